package dev.howdah.provider.trial.guard;

import static dev.howdah.provider.trial.guard.TrialStage.LIMIT;
import static dev.howdah.provider.trial.guard.TrialStage.NEW;
import static dev.howdah.provider.trial.guard.TrialStage.OLD;
import static dev.howdah.provider.trial.guard.TrialStage.SECOND;
import static dev.howdah.provider.trial.guard.TrialStage.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.OnTrial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial that its console leaves, by a crash or by being closed, ends all the same. */
class LeftTrialTest {
    @TempDir Path folder;
    private TrialStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new TrialStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void takesBackAtTheNextStartWhatNobodyKept() throws Exception {
        stage.apply(NEW);
        stage.die();
        stage.after(SETTLED.plus(LIMIT));
        stage.after(SECOND);

        assertEquals(Cause.LEFT, stage.cause());
        assertEquals(End.WENT_BACK, stage.end());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
    }

    @Test
    void goesOnWithWhatTimeIsLeftWhenTheNextStartIsQuick() throws Exception {
        stage.apply(OLD, NEW);
        stage.die();
        stage.after(SETTLED);
        OnTrial on = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertTrue(on.isProven());
        assertEquals(LIMIT.minus(Duration.ofSeconds(6)), on.left());

        stage.guard().keep();
        stage.after(SECOND);

        assertEquals(End.KEPT, stage.end());
        assertEquals(List.of(OLD, NEW), stage.scalingo.allowed());
    }

    @Test
    void leavesATrialToTheConsoleThatLooksAfterIt() throws Exception {
        LockOutGuard other = stage.console();
        stage.apply(OLD, NEW);

        other.tick();
        assertInstanceOf(TrialState.Elsewhere.class, other.news().state());
        List<AllowRule> wanted = TrialStage.rules(OLD);
        Change second =
                other.changes()
                        .list(
                                stage.provider()
                                        .changeAllowlist(
                                                TrialStage.TARGET,
                                                stage.provider().allowlist(),
                                                wanted),
                                stage.provider().allowlist(),
                                wanted);
        ProblemException busy = assertThrows(ProblemException.class, () -> stage.run(second));
        assertEquals(Problem.Kind.LOCKED, busy.problem().kind());
        assertEquals(List.of(OLD, NEW), stage.scalingo.allowed());

        // the first one dies, and the other takes over
        stage.scalingo.pass(SETTLED.plus(LIMIT));
        stage.guard().leave();
        other.tick();
        other.tick();
        assertEquals(List.of(OLD), stage.scalingo.allowed());
        assertEquals(List.of(), stage.onDisk());
        other.leave();
    }

    @Test
    void takesBackWhenTheServerIsClosed() throws Exception {
        stage.apply(OLD, NEW);
        stage.guard().close();

        assertEquals(Cause.LEFT, stage.cause());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
        assertEquals(List.of(), stage.onDisk());
    }

    @Test
    void takesBackWhatWasStillBeingSentWhenTheServerWasClosed() throws Exception {
        Change change = stage.change(TrialStage.rules(OLD, NEW));
        stage.scalingo.weather().atWrite(0, () -> stage.guard().close());
        stage.run(change);

        assertEquals(List.of(OLD), stage.scalingo.allowed());
        assertEquals(List.of(), stage.onDisk());
        ProblemException closed = assertThrows(ProblemException.class, () -> stage.apply(NEW));
        assertEquals(Problem.Kind.LOCKED, closed.problem().kind());
    }
}
