package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.FreshLogin;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.settings.allowlist.list.AllowlistEditor;
import dev.howdah.ui.settings.allowlist.list.AllowlistViewModel;
import dev.howdah.ui.settings.allowlist.switches.SwitchesController;
import dev.howdah.ui.settings.allowlist.switches.SwitchesViewModel;
import dev.howdah.ui.settings.allowlist.trial.TrialController;
import dev.howdah.ui.settings.allowlist.trial.TrialViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Parent;

/** The allowlist panel's models before the fake Scalingo, without the panel's own readings. */
public final class SomeAllowlist implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final ChangeTarget TARGET =
            new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
    static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "Scalingo could not be reached.",
                    "The console tries again by itself.",
                    "connect timed out");

    final ScalingoStage scalingo;
    final Provider provider;
    final LockOutGuard guard;
    final AllowlistEditor editor;
    final AllowlistViewModel model;
    final AllowlistDraftViewModel draft;
    final TrialViewModel trial;
    final SwitchesViewModel switches;
    final SomeWorkbench workbench = new SomeWorkbench();
    final ChangeRunner runner;
    final Operations operations;

    /** As the login goes. */
    boolean letIn = true;

    SomeAllowlist(Path folder, boolean dedicated) throws IOException {
        scalingo = new ScalingoStage(dedicated, true);
        FileOperationLog log = new FileOperationLog(folder);
        provider = scalingo.provider(log);
        runner = new ChangeRunner(new FileChangeLog(folder), scalingo.clock());
        FreshLogin login =
                () -> {
                    if (!letIn) {
                        throw new ProblemException(
                                Problem.of(
                                        Problem.Kind.UNREACHABLE,
                                        "The server did not answer within 5 s.",
                                        ""));
                    }
                };
        operations = new Operations(provider, log, scalingo.clock());
        guard =
                new LockOutGuard(
                        new GuardedProvider(provider, operations, runner, true),
                        new TrialFolder(folder),
                        login,
                        Runnable::run,
                        Runnable::run,
                        scalingo.clock());
        editor = new AllowlistEditor(new DraftKeeper(guard, Runnable::run)::keep);
        model =
                new AllowlistViewModel(
                        provider,
                        editor,
                        SomeSessions.clients(new UUID(0, 7), folder, scalingo.clock()));
        draft =
                new AllowlistDraftViewModel(
                        new AllowlistChange(provider, TARGET, guard), editor, model);
        trial = new TrialViewModel(guard);
        switches = new SwitchesViewModel(provider, TARGET, guard);
        guard.news()
                .subscribe(state -> {
                    trial.show(state);
                    draft.showTrial(state);
                    switches.showTrial(state);
                });
    }

    public static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    public static AllowRule rule(String range, String label) {
        return AllowRule.of(cidr(range), label);
    }

    public static Allowlist list(AllowRule... rules) {
        return new Allowlist(
                List.of(rules), List.of(), false, 30, false, true, Duration.ofMinutes(2));
    }

    /** Of a shop with two offices, a pooler, a replica and a desktop. */
    static Allowlist shop() {
        return new Allowlist(
                List.of(
                        rule("203.0.113.0/24", "Office Lyon"),
                        rule("198.51.100.7", "Ann at home"),
                        rule("198.51.100.64/26", "Kubernetes"),
                        rule("192.0.2.0/24", "old office"),
                        new AllowRule(
                                Optional.empty(),
                                new AllowRule.Managed("mr-1", "Scalingo osc-fr1 region"),
                                "")),
                List.of(),
                false,
                30,
                false,
                true,
                Duration.ofMinutes(2));
    }

    static ClientRow client(String address, String application, int sessions) {
        return new ClientRow(address, application, "app", false, sessions, 0, 0, Optional.of(NOW));
    }

    static ClientsSnapshot clients(ClientRow... rows) {
        return new ClientsSnapshot(List.of(rows), rows.length, 0, Optional.of("198.51.100.7"));
    }

    static ClientsSnapshot busy() {
        return clients(
                client("203.0.113.12", "order-service", 12),
                client("203.0.113.12", "psql", 2),
                client("198.51.100.70", "pgbouncer", 20),
                client("198.51.100.7", "howdah/1.0 clients", 2),
                new ClientRow(
                        "192.0.2.9", "analytics", "replicator", true, 1, 1, 0, Optional.of(NOW)),
                client("192.0.2.31", "report-service", 5),
                client("10.20.3.4", "scalingo-agent", 3));
    }

    void read(Allowlist list, ClientsSnapshot clients) {
        model.show(new Reading.Fresh<>(list, NOW));
        model.showClients(new Reading.Fresh<>(clients, NOW));
        switches.showClients(new Reading.Fresh<>(clients, NOW));
    }

    /** JavaFX thread. */
    Parent view() {
        return FxmlViews.load(
                new AllowlistController(model, draft, workbench, () -> {}, () -> {}),
                new TrialController(trial),
                new SwitchesController(switches, workbench, () -> {}));
    }

    @Override
    public void close() {
        scalingo.close();
    }
}
