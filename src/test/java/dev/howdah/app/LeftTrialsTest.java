package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.window.OpenServer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.file.AppFolders;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.testing.Fx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a console that died left on trial is looked after at the next start, by nobody's hand. */
class LeftTrialsTest {
    private static final List<String> OLD = List.of("192.0.2.0/24");
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path data;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private ScalingoStage scalingo;
    private Profile profile;
    private Wiring made;

    @BeforeEach
    void leaveOneBehind() throws Exception {
        Fx.start();
        scalingo = new ScalingoStage(true, true, START);
        profile =
                new Profile(
                                UUID.randomUUID(),
                                "orders-prod",
                                Environment.PRODUCTION,
                                PgTarget.of("127.0.0.1", 1, "shop", "dba", TlsMode.DISABLE),
                                false)
                        .hostedBy(Optional.of(scalingo.hostedBy()));
        new ProfileStore(data).save(profile);
        FileOperationLog log = new FileOperationLog(data);
        Provider provider = scalingo.provider(log);
        LockOutGuard guard =
                new LockOutGuard(
                        new GuardedProvider(
                                provider,
                                new Operations(provider, log, scalingo.clock()),
                                new ChangeRunner(new FileChangeLog(data), scalingo.clock()),
                                true),
                        new TrialFolder(data),
                        () -> {},
                        Runnable::run,
                        Runnable::run,
                        scalingo.clock());
        Allowlist seen = provider.allowlist();
        List<AllowRule> wanted =
                List.of(AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), "Office"));
        ChangeTarget target = new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
        new ChangeRunner(new FileChangeLog(data), scalingo.clock())
                .run(
                        guard.changes()
                                .list(
                                        provider.changeAllowlist(target, seen, wanted),
                                        seen,
                                        wanted));
        guard.leave();
        assertEquals(List.of("203.0.113.0/24"), scalingo.allowed());
        made = console();
    }

    @AfterEach
    void close() {
        made.close();
        scalingo.close();
    }

    private Wiring console() {
        InstantSource time = now::get;
        return Fx.call(() -> {
            Wiring console =
                    new Wiring(
                            AppFolders.under(data),
                            SomeDesktop.with(Map.of(), data, time.withZone(ZoneOffset.UTC)));
            Fx.style(new Scene(console.view, 1_000, 700), Fx.Look.LIGHT);
            return console;
        });
    }

    /** The console starts so long after the other died. */
    private void beginAfter(Duration pause) {
        now.set(START.plus(pause));
        Fx.run(() -> ConsoleApp.begin(made));
    }

    private String text(String selector) {
        return made.view.lookup(selector) instanceof Labeled label ? label.getText() : "";
    }

    private List<?> onDisk() {
        try {
            return new TrialFolder(data).unfinished();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asksForTheTokenAndThenGoesBackWithoutItsServerBeingOpened() {
        beginAfter(Duration.ofMinutes(10));
        Fx.eventually(
                "it says why it can't",
                () ->
                        text("#pressing")
                                .equals(
                                        "orders-prod: The old allowlist has not gone back yet. The"
                                                + " API token of the account test is not known."
                                                + " Choose Edit server in the list of servers and"
                                                + " enter the token there."));
        assertEquals(List.of("203.0.113.0/24"), scalingo.allowed());
        Fx.picture(made.view, "window-left-trial", Fx.Look.LIGHT, 1_000, 700);

        made.secrets.remember(profile.hostedBy().orElseThrow().token(), scalingo.token());
        now.updateAndGet(then -> then.plusSeconds(31));

        Fx.eventually("it goes back", () -> scalingo.allowed().equals(OLD));
        Fx.eventually("nothing presses", () -> text("#pressing").isEmpty());
        Fx.eventually(
                "it says so", () -> text("#message").equals("orders-prod: The old list is back."));
        assertEquals(List.of(), onDisk());
        assertEquals(List.of(), Fx.call(() -> made.desk.openServers()));
    }

    @Test
    void whoOpensTheServerInTimeCanStillKeepIt() {
        made.secrets.remember(profile.hostedBy().orElseThrow().token(), scalingo.token());
        beginAfter(Duration.ofSeconds(150));
        Fx.eventually(
                "the time that is left is told",
                () ->
                        text("#pressing")
                                .equals("orders-prod: 30 s, then the old allowlist comes back."));

        made.secrets.remember(SecretName.password(profile.id()), Secret.of("none"));
        Fx.run(() -> made.desk.opened(profile));
        OpenServer open = Fx.call(() -> made.desk.openServers().getFirst());
        Fx.eventually(
                "its own guard has it",
                () -> open.guard().guard().news().state() instanceof TrialState.OnTrial);

        now.updateAndGet(then -> then.plusSeconds(31));
        Fx.eventually("it goes back", () -> scalingo.allowed().equals(OLD));
        Fx.eventually(
                "its own guard has seen to it",
                () -> open.guard().guard().news().state() instanceof TrialState.Ended);
        assertTrue(onDisk().isEmpty());
    }

    @Test
    void aConsoleThatIsClosedInBetweenKeepsNothing() {
        made.secrets.remember(profile.hostedBy().orElseThrow().token(), scalingo.token());
        beginAfter(Duration.ofSeconds(150));
        Fx.eventually("it is looked after", () -> text("#pressing").contains("30 s, then"));

        made.close();

        assertEquals(OLD, scalingo.allowed());
        assertTrue(onDisk().isEmpty());
    }
}
