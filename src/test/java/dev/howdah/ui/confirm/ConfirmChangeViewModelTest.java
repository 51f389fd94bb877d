package dev.howdah.ui.confirm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.ui.confirm.ConfirmChangeViewModel.Step;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConfirmChangeViewModelTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("orders", Environment.PRODUCTION, false);

    private final List<ChangeLog.Entry> journal = new ArrayList<>();
    private final List<ChangeOutcome> told = new ArrayList<>();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private int runs;

    @Test
    void runsOnceHoweverOftenTheButtonIsPressed() {
        ChangeOutcome outcome = ChangeOutcome.done("1 of 1 session ended.");
        ConfirmChangeViewModel model =
                model(() -> {
                    runs++;
                    return outcome;
                });

        model.run();
        model.run();
        assertEquals(new Step.Running(), model.step().get());
        background.forEach(Runnable::run);
        model.run();

        assertEquals(1, runs);
        assertEquals(new Step.Ended(outcome), model.step().get());
        assertEquals(List.of(outcome), told);
        assertEquals(
                List.of(ChangeLog.Status.STARTED, ChangeLog.Status.DONE),
                journal.stream().map(ChangeLog.Entry::status).toList());
    }

    @Test
    void showsTheProblemOfAChangeThatFailed() {
        Problem problem = Problem.of(Problem.Kind.NOT_PERMITTED, "Not allowed.", "Ask.");
        ConfirmChangeViewModel model =
                model(() -> {
                    throw new ProblemException(problem);
                });

        model.run();
        background.forEach(Runnable::run);

        assertEquals(new Step.Failed(problem), model.step().get());
        assertEquals(List.of(), told);
    }

    @Test
    void aDefectOfOursLeavesTheOutcomeOpenAndSaysSo() {
        ConfirmChangeViewModel model =
                model(() -> {
                    throw new IllegalStateException("a defect");
                });

        model.run();
        background.forEach(Runnable::run);

        assertInstanceOf(Step.Failed.class, model.step().get());
        assertEquals(ChangeLog.Status.UNKNOWN, journal.getLast().status());
    }

    @Test
    void wantsTheNameOfAProductionServerTypedBeforeADangerousChange() {
        ChangeOutcome outcome = ChangeOutcome.done("It is on its way.");
        Change dangerous =
                Change.of(
                                "Change plan to Hobbyist",
                                TARGET,
                                "PATCH …",
                                List.of("No backups."),
                                () -> outcome)
                        .warning(List.of("No standby.", "No backups."))
                        .askingForName();
        ConfirmChangeViewModel model = model(dangerous);
        assertTrue(model.asksForName());
        assertEquals(List.of("No standby.", "No backups."), model.change().warnings());

        model.typedName().set("order");
        model.run();
        assertEquals(new Step.Asking(), model.step().get());

        model.typedName().set(" orders ");
        model.run();
        background.forEach(Runnable::run);
        assertEquals(new Step.Ended(outcome), model.step().get());

        ChangeTarget staging = new ChangeTarget("orders", Environment.STAGING, false);
        Change there =
                Change.of("Go", staging, "PATCH …", List.of(), () -> outcome).askingForName();
        assertFalse(model(there).asksForName(), "outside production the button is enough");
    }

    private ConfirmChangeViewModel model(Change change) {
        return new ConfirmChangeViewModel(
                change,
                new ChangeRunner(journal::add, Clock.systemUTC()),
                background::add,
                Runnable::run,
                told::add);
    }

    @Test
    void aChangeThatTakesItsTimeSaysHowFarItIsAndCanBeAskedToEndEarly() {
        ChangeProgress progress = new ChangeProgress();
        ChangeOutcome outcome =
                new ChangeOutcome(ChangeOutcome.Status.PARTLY, "1 of 2 are done.", List.of());
        Change change =
                Change.of("Do both", TARGET, "SELECT …", List.of(), () -> outcome)
                        .withProgress(progress);
        ConfirmChangeViewModel model = model(change);
        assertTrue(model.canBeStopped());

        model.run();
        progress.say("1 of 2");
        assertEquals("1 of 2", model.progress().get());
        assertFalse(progress.isStopped());
        model.stop();
        assertTrue(progress.isStopped());
        assertEquals("It stops at the next place where it can.", model.progress().get());
        background.forEach(Runnable::run);

        assertEquals(new Step.Ended(outcome), model.step().get());
        assertFalse(model(() -> outcome).canBeStopped());
    }

    private ConfirmChangeViewModel model(Change.Action action) {
        return model(Change.of("Terminate 1 session", TARGET, "SELECT …", List.of(), action));
    }
}
