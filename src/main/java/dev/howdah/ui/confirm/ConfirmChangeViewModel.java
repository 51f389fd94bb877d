package dev.howdah.ui.confirm;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Environment;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The way of one change from being shown to its outcome. Runs it at most once. */
public final class ConfirmChangeViewModel {
    private static final Texts TEXTS = Texts.of(ConfirmChangeViewModel.class);

    /** Where the change stands. */
    public sealed interface Step {
        /** Shown, not yet consented to. */
        record Asking() implements Step {}

        /** Under way. */
        record Running() implements Step {}

        /** Ran; the outcome says how well. */
        record Ended(ChangeOutcome outcome) implements Step {}

        /** Refused, or failed with nothing left behind. */
        record Failed(Problem problem) implements Step {}
    }

    private final Change change;
    private final ChangeRunner runner;
    private final Executor background;
    private final Executor uiThread;
    private final Consumer<ChangeOutcome> afterwards;
    private final StringProperty typedName = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Asking());
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");

    /**
     * Shows one change.
     *
     * @param afterwards called on the UI thread when the change ran
     */
    public ConfirmChangeViewModel(
            Change change,
            ChangeRunner runner,
            Executor background,
            Executor uiThread,
            Consumer<ChangeOutcome> afterwards) {
        this.change = change;
        this.runner = runner;
        this.background = background;
        this.uiThread = uiThread;
        this.afterwards = afterwards;
        change.progress()
                .ifPresent(each -> each.listen(text -> uiThread.execute(() -> progress.set(text))));
    }

    public Change change() {
        return change;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** Whether the name of the server has to be typed before the change may run. */
    public boolean asksForName() {
        return change.asksForName() && change.target().environment() == Environment.PRODUCTION;
    }

    /** What the person has typed as the server's name. */
    public StringProperty typedName() {
        return typedName;
    }

    /** Whether the change is asked about and nothing is in the way of consent. */
    public BooleanBinding mayRun() {
        return Bindings.createBooleanBinding(
                () ->
                        step.get() instanceof Step.Asking
                                && !change.target().readOnly()
                                && (!asksForName()
                                        || typedName
                                                .get()
                                                .strip()
                                                .equals(change.target().server())),
                step,
                typedName);
    }

    /** Consent. Ignored unless the change is still being asked about and may run. */
    public void run() {
        if (!mayRun().get()) {
            return;
        }
        step.set(new Step.Running());
        background.execute(() -> {
            try {
                ChangeOutcome outcome = runner.run(change);
                uiThread.execute(() -> end(outcome));
            } catch (ProblemException e) {
                uiThread.execute(() -> step.set(new Step.Failed(e.problem())));
            } catch (RuntimeException e) {
                Problem defect =
                        new Problem(
                                Problem.Kind.FAILED,
                                TEXTS.text("change.defect"),
                                TEXTS.text("change.defect.remedy"),
                                e.toString());
                uiThread.execute(() -> step.set(new Step.Failed(defect)));
            }
        });
    }

    /** How far it is; empty as long as nothing is said about it. */
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Whether it can be asked to end early. */
    public boolean canBeStopped() {
        return change.progress().isPresent();
    }

    /** Asks it to end early; what came of it until then is its outcome. */
    public void stop() {
        change.progress().ifPresent(ChangeProgress::stop);
        progress.set(TEXTS.text("change.stopping"));
    }

    private void end(ChangeOutcome outcome) {
        step.set(new Step.Ended(outcome));
        afterwards.accept(outcome);
    }
}
