package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.status.TrialWatch;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.file.AppFolders;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list on trial is told of in the status line, also at a start after a crash. */
class TrialWatchTest {
    @TempDir Path data;

    @Test
    void tellsOfATrialWhicheverServerIsInFrontAndOfOneThatACrashLeft() throws Exception {
        Fx.start();
        try (ScalingoStage scalingo = new ScalingoStage(true, true)) {
            FileOperationLog log = new FileOperationLog(data);
            Provider provider = scalingo.provider(log);
            ChangeRunner runner = new ChangeRunner(new FileChangeLog(data), scalingo.clock());
            LockOutGuard guard =
                    new LockOutGuard(
                            new GuardedProvider(
                                    provider,
                                    new Operations(provider, log, scalingo.clock()),
                                    runner,
                                    true),
                            new TrialFolder(data),
                            () -> {},
                            Runnable::run,
                            Runnable::run,
                            scalingo.clock());
            runner.run(change(provider, guard));
            Wiring made = Fx.call(() -> new Wiring(AppFolders.under(data), SomeDesktop.plain()));
            try {
                Fx.run(() -> Fx.style(new Scene(made.view, 1_000, 700), Fx.Look.LIGHT));
                Fx.run(() -> made.leftTrials.begin());
                Fx.eventually(
                        "what a crash left is told",
                        () ->
                                text(made)
                                        .equals(
                                                "orders-prod: The old allowlist has not gone back"
                                                        + " yet. None of the saved servers is at"
                                                        + " this service. Add it again, and that"
                                                        + " is done."));
                scalingo.pass(Duration.ofSeconds(150));
                guard.tick();
                List<String> shown = new ArrayList<>();
                TrialWatch watch = new TrialWatch(made.status);
                TrialState on = guard.news().state();
                Fx.run(() -> watch.heard(provider.id(), on, () -> shown.add("the panel")));
                Fx.run(() -> made.status.say("Copied the host."));
                assertEquals("orders-prod: 30 s, then the old allowlist comes back.", text(made));
                Fx.run(() -> ((Hyperlink) made.view.lookup("#showPressing")).fire());
                assertEquals(List.of("the panel"), shown);
                for (Fx.Look look : Fx.Look.values()) {
                    Path picture = Fx.picture(made.view, "window-on-trial", look, 1_000, 700);
                    assertTrue(Files.size(picture) > 5_000);
                }

                guard.close();
                TrialState over = guard.news().state();
                Fx.run(() -> watch.heard(provider.id(), over, () -> {}));
                assertEquals("", text(made));
                assertEquals(List.of("192.0.2.0/24"), scalingo.allowed());
            } finally {
                made.close();
            }
        }
    }

    private static Change change(Provider provider, LockOutGuard guard) throws Exception {
        Allowlist seen = provider.allowlist();
        List<AllowRule> wanted =
                List.of(AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), "Office"));
        ChangeTarget target = new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
        return guard.changes().list(provider.changeAllowlist(target, seen, wanted), seen, wanted);
    }

    private static String text(Wiring made) {
        Label pressing = (Label) made.view.lookup("#pressing");
        return pressing == null ? "" : pressing.getText();
    }
}
