package dev.howdah.provider.trial.guard;

import static dev.howdah.provider.trial.guard.TrialStage.LIMIT;
import static dev.howdah.provider.trial.guard.TrialStage.NEW;
import static dev.howdah.provider.trial.guard.TrialStage.OLD;
import static dev.howdah.provider.trial.guard.TrialStage.SECOND;
import static dev.howdah.provider.trial.guard.TrialStage.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.trial.TrialState.End;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubledWayBackTest {
    private static final String OTHERS = "198.51.100.0/24";

    @TempDir private Path folder;

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
    void bringsBackAListThatHasARuleTwice() throws Exception {
        stage.scalingo.ruleOfOthers(OLD, "old office");
        assertEquals(List.of(OLD, OLD), stage.scalingo.allowed());
        stage.apply(NEW);
        assertFalse(stage.isLetIn());

        stage.after(SETTLED.plus(LIMIT));

        assertEquals(End.WENT_BACK, stage.end());
        assertTrue(stage.isLetIn());
    }

    @Test
    void aWayBackThrowsNothingAwayThatSomebodyElseHasAddedSinceItWasShown() throws Exception {
        stage.apply(OLD, NEW);
        stage.after(SETTLED);
        stage.guard().keep();
        stage.after(SECOND);
        Change back = wayBackFrom(stage.operation());
        stage.scalingo.ruleOfOthers(OTHERS, "");

        ProblemException refused = assertThrows(ProblemException.class, () -> stage.run(back));

        assertEquals(Problem.Kind.LOCKED, refused.problem().kind());
        assertEquals(List.of(OLD, NEW, OTHERS), stage.scalingo.allowed());
    }

    private Change wayBackFrom(Operation done) {
        return stage.guard()
                .changes()
                .back(stage.provider().wayBack(TrialStage.TARGET, done).orElseThrow(), done);
    }

    @Test
    void aWayBackThatIsNotKeptGoesBackToTheListThatWasThere() throws Exception {
        stage.apply(OLD, NEW);
        stage.after(SETTLED);
        stage.guard().keep();
        stage.after(SECOND);
        stage.scalingo.ruleOfOthers(OTHERS, "");
        Operation inPart =
                stage.operation().in(Operation.State.PARTLY, "In part.", stage.clock().instant());
        stage.run(wayBackFrom(inPart));
        assertEquals(List.of(OLD), stage.scalingo.allowed());

        stage.after(SETTLED.plus(LIMIT));

        assertEquals(End.WENT_BACK, stage.end());
        assertEquals(List.of(OLD, NEW, OTHERS), stage.scalingo.allowed());
    }

    @Test
    void takesBackWhatBrokeOffInAnUnforeseenWay() throws Exception {
        Allowlist seen = stage.provider().allowlist();
        List<AllowRule> wanted = TrialStage.rules(NEW);
        Change change = stage.provider().changeAllowlist(TrialStage.TARGET, seen, wanted);
        Change breaking =
                change.by(
                        List.of(),
                        () -> {
                            change.action().run();
                            throw new StackOverflowError();
                        });

        assertThrows(
                StackOverflowError.class,
                () -> stage.guard().changes().list(breaking, seen, wanted).action().run());
        stage.after(SECOND);

        assertEquals(End.WENT_BACK, stage.end());
        assertTrue(stage.isLetIn());
    }
}
