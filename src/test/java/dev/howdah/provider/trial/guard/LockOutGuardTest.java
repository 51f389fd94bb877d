package dev.howdah.provider.trial.guard;

import static dev.howdah.provider.trial.guard.TrialStage.LIMIT;
import static dev.howdah.provider.trial.guard.TrialStage.NEW;
import static dev.howdah.provider.trial.guard.TrialStage.OLD;
import static dev.howdah.provider.trial.guard.TrialStage.SECOND;
import static dev.howdah.provider.trial.guard.TrialStage.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.Ended;
import dev.howdah.provider.trial.TrialState.GoingBack;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is not proven and kept goes back, whatever happens in between. */
class LockOutGuardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void keepsAListThatIsProvenAndKeptInTimeButNotBeforeItHolds() throws Exception {
        Change change = stage.change(TrialStage.rules(OLD, NEW));
        assertEquals(List.of(OLD), stage.scalingo.allowed(), "nothing is sent before it runs");
        assertTrue(change.warnings().getLast().contains("60 s"));
        stage.run(change);
        assertEquals(1, stage.onDisk().size());

        stage.guard().keep();
        OnTrial tooEarly = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertFalse(tooEarly.isProven(), "the old list may still hold");

        OnTrial proven = assertInstanceOf(OnTrial.class, stage.after(SETTLED));
        assertTrue(proven.isProven());
        assertEquals(
                LIMIT.minus(Duration.ofSeconds(6)), proven.left(), "120 s to hold, 126 s gone");
        stage.guard().keep();
        stage.after(SECOND);

        assertEquals(End.KEPT, stage.end());
        assertEquals(List.of(OLD, NEW), stage.scalingo.allowed());
        assertEquals(List.of(), stage.onDisk());
        stage.after(Duration.ofHours(1));
        assertEquals(List.of(OLD, NEW), stage.scalingo.allowed(), "kept for good");
    }

    @Test
    void takesAListBackThatWorksButIsNotKept() throws Exception {
        stage.apply(OLD, NEW);
        stage.after(SETTLED);
        stage.after(LIMIT.minus(Duration.ofSeconds(6)));
        assertEquals(List.of(OLD, NEW), stage.scalingo.allowed());

        stage.after(SECOND);

        assertEquals(Cause.NOT_KEPT, stage.cause());
        assertEquals(End.WENT_BACK, stage.end());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
        assertEquals(List.of(), stage.onDisk());
    }

    @Test
    void takesAListBackThatLetsNoNewConnectionInThoughSomebodyWantsToKeepIt() throws Exception {
        stage.apply(NEW);
        assertFalse(stage.isLetIn());
        stage.after(SETTLED);
        stage.guard().keep();
        OnTrial on = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertEquals("The server did not answer.", failure(on));

        stage.after(LIMIT);

        assertEquals(Cause.NO_CONNECTION, stage.cause());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
        assertTrue(stage.isLetIn());
    }

    private static String failure(OnTrial on) {
        return on.proof().orElseThrow().failure().map(Problem::sentence).orElse("");
    }

    @Test
    void takesAListBackWhenAsked() throws Exception {
        stage.apply(NEW);
        stage.guard().takeBack();
        stage.after(SECOND);

        assertEquals(Cause.ASKED, stage.cause());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
    }

    @Test
    void triesUntilTheProviderIsBackAndSaysSo() throws Exception {
        stage.apply(NEW);
        stage.scalingo.weather().cutOffAfterWrites(0);
        stage.guard().takeBack();
        GoingBack first = assertInstanceOf(GoingBack.class, stage.after(SECOND));
        for (int i = 0; i < 20; i++) {
            stage.after(Duration.ofSeconds(31));
        }
        GoingBack later = assertInstanceOf(GoingBack.class, stage.guard().news().state());
        assertEquals(1, first.attempts());
        assertEquals(21, later.attempts());
        assertTrue(later.trouble().isPresent());
        assertEquals(1, stage.onDisk().size());

        stage.scalingo.calm();
        stage.after(Duration.ofSeconds(31));

        assertEquals(End.WENT_BACK, stage.end());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
    }

    @Test
    void givesNoMoreTimeWhenTheClockIsSetBack() throws Exception {
        stage.apply(OLD, NEW);
        stage.after(SETTLED);
        stage.after(Duration.ofHours(-2));
        stage.after(LIMIT);

        assertEquals(End.WENT_BACK, stage.end());
    }

    @Test
    void refusesASecondChangeWhileOneIsOnTrial() throws Exception {
        stage.apply(OLD, NEW);
        ProblemException busy = assertThrows(ProblemException.class, () -> stage.apply(OLD));
        assertEquals(Problem.Kind.LOCKED, busy.problem().kind());
        assertInstanceOf(OnTrial.class, stage.after(SECOND));
    }

    @Test
    void hasNothingToTakeBackWhenTheProviderRefused() throws Exception {
        Change change = stage.change(TrialStage.rules(NEW));
        stage.apply(OLD, "198.51.100.0/24");
        stage.after(SETTLED);
        stage.guard().keep();
        stage.after(SECOND);

        ProblemException changed = assertThrows(ProblemException.class, () -> stage.run(change));

        assertEquals(Problem.Kind.LOCKED, changed.problem().kind());
        assertEquals(End.NEVER_HELD, stage.end());
        assertEquals(List.of(), stage.onDisk());
        assertEquals(List.of(OLD, "198.51.100.0/24"), stage.scalingo.allowed());
    }

    @Test
    void takesBackWhatTookEffectInPart() throws Exception {
        Change change = stage.change(TrialStage.rules(NEW, "198.51.100.0/24"));
        stage.scalingo.weather().cutOffAfterWrites(1);
        stage.run(change);
        assertEquals(2, stage.scalingo.allowed().size(), "one was added, nothing removed");
        stage.scalingo.calm();
        stage.after(SECOND);
        for (int i = 0; i < 40 && !(stage.guard().news().state() instanceof Ended); i++) {
            stage.after(Duration.ofSeconds(31));
        }

        assertEquals(Cause.NOT_WHOLE, stage.cause());
        assertEquals(List.of(OLD), stage.scalingo.allowed());
    }

    @Test
    void triesAWayBackToo() throws Exception {
        stage.apply(OLD, NEW);
        stage.after(SETTLED);
        stage.guard().keep();
        stage.after(SECOND);
        assertEquals(End.KEPT, stage.end());
        Change back =
                stage.guard()
                        .changes()
                        .back(
                                stage.provider()
                                        .wayBack(TrialStage.TARGET, stage.operation())
                                        .orElseThrow(),
                                stage.operation());
        assertEquals(Optional.of(Operation.Act.ALLOWLIST), back.notes().act());
        stage.run(back);
        assertEquals(List.of(OLD), stage.scalingo.allowed());

        stage.after(SETTLED.plus(LIMIT));

        assertEquals(End.WENT_BACK, stage.end());
        assertEquals(List.of(OLD, NEW), stage.scalingo.allowed(), "as it was before the undo");
    }

    @Test
    void isLookedAfterByItsClock() throws Exception {
        try (GuardClock _ = new GuardClock(stage.guard())) {
            stage.apply(OLD, NEW);
            stage.scalingo.pass(SETTLED);
            Await.until("it is proven", PATIENCE, this::isProven);
            stage.guard().keep();
            Await.until(
                    "it is kept", PATIENCE, () -> stage.guard().news().state() instanceof Ended);
            assertEquals(End.KEPT, stage.end());

            stage.apply(NEW);
            stage.scalingo.pass(SETTLED.plus(LIMIT));
            Await.until("it went back", PATIENCE, () -> stage.isLetIn());
        }
    }

    private boolean isProven() {
        return stage.guard().news().state() instanceof OnTrial on && on.isProven();
    }

    @Test
    void keepsNothingWhileTheDiskCannotBeWritten() throws Exception {
        stage.apply(OLD, NEW);
        stage.after(SETTLED);
        Path file;
        try (var files = Files.list(folder.resolve("allowlists"))) {
            file =
                    files.filter(each -> each.toString().endsWith(".trial"))
                            .findFirst()
                            .orElseThrow();
        }
        Files.delete(file);
        Files.createDirectory(file);
        Files.createFile(file.resolve("in the way"));
        stage.guard().keep();
        OnTrial on = assertInstanceOf(OnTrial.class, stage.after(SECOND));

        assertEquals(Problem.Kind.LOCAL, on.trouble().orElseThrow().kind());
        Files.delete(file.resolve("in the way"));
        stage.after(LIMIT);
        assertEquals(List.of(OLD), stage.scalingo.allowed());
    }
}
