package dev.howdah.provider.trial.guard;

import dev.howdah.core.change.ChangeRunner;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.testing.ChildProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A console that puts a list on trial under which it is locked out, and is then killed. */
final class TryingProgram {
    private TryingProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        FileOperationLog log = new FileOperationLog(folder);
        Provider provider = ScalingoStage.elsewhere(URI.create(arguments[1]), log);
        Clock clock = Clock.systemUTC();
        ChangeRunner runner = new ChangeRunner(new FileChangeLog(folder), clock);
        LockOutGuard guard =
                new LockOutGuard(
                        new GuardedProvider(
                                provider, new Operations(provider, log, clock), runner, true),
                        new TrialFolder(folder),
                        () -> {},
                        Runnable::run,
                        Runnable::run,
                        clock);
        Allowlist seen = provider.allowlist();
        List<AllowRule> wanted = TrialStage.rules(TrialStage.NEW);
        runner.run(
                guard.changes()
                        .list(
                                provider.changeAllowlist(TrialStage.TARGET, seen, wanted),
                                seen,
                                wanted));
        ChildProgram.say("on trial");
        new CountDownLatch(1).await();
    }
}
