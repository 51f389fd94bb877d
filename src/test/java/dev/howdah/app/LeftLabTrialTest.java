package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.file.AppFolders;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.provider.Operations;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.testing.Fx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab is started when its list is still on trial, for nobody else could take it back. */
@Tag("long")
class LeftLabTrialTest {
    private static final ChangeTarget LAB = new ChangeTarget("Lab", Environment.LAB, false);

    @TempDir Path data;

    @Test
    void goesBackThoughNobodyOpensTheLab() throws Exception {
        Fx.start();
        AppFolders folders = AppFolders.under(data);
        SomeLab.linkPrograms(folders.lab());
        List<AllowRule> before = leaveOneBehind(folders);
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        Wiring made = Fx.call(() -> new Wiring(folders, SomeDesktop.with(Map.of(), data, late)));
        try {
            Fx.run(() -> Fx.style(new Scene(made.view, 1_000, 700), Fx.Look.LIGHT));
            Fx.run(() -> made.leftTrials.begin());
            Fx.eventually(
                    "it says that it is back",
                    () ->
                            made.view.lookup("#message") instanceof Labeled message
                                    && message.getText().equals("Lab: The old list is back."));
            assertEquals(
                    before,
                    made.providers
                            .hosting(made.lab.cluster().orElseThrow(), Runnable::run, late)
                            .provider()
                            .allowlist()
                            .rules());
            assertEquals(List.of(), new TrialFolder(data).unfinished());
            assertEquals(List.of(), Fx.call(() -> made.desk.openServers()));
        } finally {
            made.close();
        }
    }

    /** What was let in before. */
    private List<AllowRule> leaveOneBehind(AppFolders folders) throws Exception {
        Clock clock = Clock.systemUTC();
        FileOperationLog log = new FileOperationLog(data);
        try (LabCluster lab = SomeLab.openSmall(folders.lab())) {
            LabProvider provider = new LabProvider(lab, log, clock);
            ChangeRunner runner = new ChangeRunner(new FileChangeLog(data), clock);
            LockOutGuard guard =
                    new LockOutGuard(
                            new GuardedProvider(
                                    provider, new Operations(provider, log, clock), runner, false),
                            new TrialFolder(data),
                            () -> {},
                            Runnable::run,
                            Runnable::run,
                            clock);
            Allowlist seen = provider.allowlist();
            List<AllowRule> wanted =
                    List.of(AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), ""));
            runner.run(
                    guard.changes()
                            .list(provider.changeAllowlist(LAB, seen, wanted), seen, wanted));
            guard.leave();
            return seen.rules();
        }
    }
}
