package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.FreshLogin;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken back from the journal can lock out as well, so it is tried as any change is. */
class WaysBackTest {
    private static final String OFFICE = "203.0.113.0/24";

    /** Longer than any switch or list needs at the fake. */
    private static final Duration HOLDS = Duration.ofSeconds(125);

    private static final FreshLogin SHUT_OUT =
            () -> {
                throw new ProblemException(
                        Problem.of(Problem.Kind.UNREACHABLE, "The server did not answer.", ""));
            };

    @TempDir Path folder;

    /** A console that was started anew, whose logins all fail. */
    private final class Restarted implements AutoCloseable {
        final ScalingoStage stage;
        final FileOperationLog operations = new FileOperationLog(folder);
        final FileChangeLog log = new FileChangeLog(folder);
        final ChangeRunner runner;
        final Session session;
        final LockOutGuard guard;

        Restarted(ScalingoStage stage) {
            this.stage = stage;
            this.runner = new ChangeRunner(log, stage.clock());
            this.session =
                    SomeSessions.hosted(
                            new Hosting(
                                    stage.provider(operations),
                                    operations,
                                    Runnable::run,
                                    stage.clock()));
            this.guard =
                    new LockOutGuard(
                            new GuardedProvider(
                                    session.hosting().provider(),
                                    session.hosting().operations(),
                                    runner,
                                    false),
                            new TrialFolder(folder),
                            SHUT_OUT,
                            Runnable::run,
                            Runnable::run,
                            stage.clock());
        }

        JournaledChange last() throws ProblemException {
            return new JournalReader(log, operations, runner::isRunning, _ -> false)
                    .read(100)
                    .changes()
                    .getFirst();
        }

        Change back(JournaledChange change) throws ProblemException {
            return new WaysBack(session, guard).of(change);
        }

        /** Takes the last change back, and lets the trial run out. */
        TrialState.Ended undone() throws ProblemException {
            JournaledChange last = last();
            Change back = back(last);
            assertEquals(Optional.of(last.id()), back.notes().undoes());
            assertTrue(String.join(" ", back.warnings()).contains("60 s"));
            runner.run(back);
            stage.pass(HOLDS);
            guard.tick();
            assertInstanceOf(TrialState.OnTrial.class, guard.news().state());
            for (int i = 0; i < 40 && !(guard.news().state() instanceof TrialState.Ended); i++) {
                stage.pass(LockOutGuard.LIMIT);
                guard.tick();
            }
            return assertInstanceOf(TrialState.Ended.class, guard.news().state());
        }

        @Override
        public void close() {
            guard.leave();
            session.close();
        }
    }

    private void run(ScalingoStage stage, Session session, Change change) throws ProblemException {
        new ChangeRunner(new FileChangeLog(folder), stage.clock()).run(change);
        stage.pass(HOLDS);
        session.hosting().operations().look();
    }

    @Test
    void triesTheUndoOfAnAllowlist() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true);
                Restarted console = new Restarted(stage)) {
            Provider provider = console.session.hosting().provider();
            run(
                    stage,
                    console.session,
                    provider.changeAllowlist(
                            console.session.target(),
                            provider.allowlist(),
                            List.of(AllowRule.of(Cidr.parse(OFFICE).orElseThrow(), ""))));
            assertEquals(List.of(OFFICE), stage.allowed());
            JournaledChange first = console.last();
            assertFalse(console.back(first).warnings().toString().contains("since"));
            run(
                    stage,
                    console.session,
                    provider.changeAllowlist(
                            console.session.target(),
                            provider.allowlist(),
                            List.of(
                                    AllowRule.of(Cidr.parse(OFFICE).orElseThrow(), ""),
                                    AllowRule.of(Cidr.parse("198.51.100.7").orElseThrow(), ""))));
            assertEquals(
                    "The list was changed again since, and the whole list of then comes back:"
                            + " 2 rules go, 203.0.113.0/24, 198.51.100.7/32; 1 rule comes,"
                            + " 192.0.2.0/24.",
                    console.back(first).warnings().getFirst());

            assertEquals(TrialState.End.WENT_BACK, console.undone().end());
            assertEquals(List.of(OFFICE, "198.51.100.7/32"), stage.allowed(), "the undo went back");
        }
    }

    @Test
    void triesTheUndoOfASwitch() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, true);
                Restarted console = new Restarted(stage)) {
            Provider provider = console.session.hosting().provider();
            for (Switch what : List.of(Switch.FORCE_TLS, Switch.PUBLIC_ACCESS)) {
                run(stage, console.session, provider.turn(console.session.target(), what, true));
            }

            assertEquals(TrialState.End.WENT_BACK, console.undone().end());
            assertTrue(stage.hasFeature("publicly-available"));
        }
    }
}
