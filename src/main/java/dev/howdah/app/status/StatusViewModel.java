package dev.howdah.app.status;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.JointChange;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.SqlScript;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.Moments;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The line at the foot of the window: the connection, and what was done last. */
public final class StatusViewModel {
    private static final Texts TEXTS = Texts.of(StatusViewModel.class);

    private final Clock clock;
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<UUID>> change =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Runnable>> undo =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Pressing>> pressing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Something that can't wait, shown until it is over.
     *
     * @param show brings the place to the front where something can be done about it
     */
    public record Pressing(String sentence, Optional<Runnable> show) {}

    public StatusViewModel(Clock clock) {
        this.clock = clock;
    }

    public ReadOnlyStringProperty connection() {
        return connection.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** The change that the message is about; empty when it is about something else. */
    public ReadOnlyObjectProperty<Optional<UUID>> change() {
        return change.getReadOnlyProperty();
    }

    /** Takes the last change back; empty when there is none or no way back. */
    public ReadOnlyObjectProperty<Optional<Runnable>> undo() {
        return undo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Pressing>> pressing() {
        return pressing.getReadOnlyProperty();
    }

    /** Shows this beside everything else; empty when nothing presses any longer. */
    void press(Optional<Pressing> now) {
        pressing.set(now);
    }

    public void connection(String text) {
        connection.set(text);
    }

    /** A short fact, without an undo. */
    public void say(String text) {
        message.set(text);
        change.set(Optional.empty());
        undo.set(Optional.empty());
    }

    /**
     * A change ran.
     *
     * @param confirm shows the change that undoes it
     * @param undoKept takes back what is kept: what a provider does, and what has to be looked at
     *     once more before
     */
    public void ran(
            Change ran, ChangeOutcome outcome, Consumer<Change> confirm, Consumer<UUID> undoKept) {
        showChange(
                JointChange.journaledAs(ran),
                clock.instant(),
                ran.target().server(),
                ran.title(),
                outcome.sentence());
        if (outcome.status() == ChangeOutcome.Status.FAILED) {
            undo.set(Optional.empty());
        } else if (movesParameter(ran)) {
            // what somebody has set since is read first, and told
            undo.set(Optional.of(() -> undoKept.accept(ran.id())));
        } else if (ran.wayBack().isPresent()) {
            var wayBack = ran.wayBack().get();
            undo.set(
                    Optional.of(() ->
                            confirm.accept(
                                    wayBack.get().noting(notes -> notes.undoing(ran.id())))));
        } else {
            undo.set(
                    ran.notes()
                            .act()
                            .filter(Operation.Act::canBeSetBack)
                            .filter(_ -> ran.notes().oneWay().isEmpty())
                            .map(_ -> () -> undoKept.accept(ran.id())));
        }
    }

    private static boolean movesParameter(Change ran) {
        return ran.wayBack().isPresent()
                && ran.notes().script().flatMap(SqlScript::moves).isPresent();
    }

    /** What the journal's last line tells, at the start of the console. */
    public void restore(JournaledChange last, Consumer<JournaledChange> undoIt) {
        if (!message.get().isEmpty()) {
            return;
        }
        showChange(
                last.id(),
                last.at(),
                last.entry().server(),
                last.entry().title(),
                last.result() == JournaledChange.Result.CUT_OFF
                        ? TEXTS.text("status.cutOff")
                        : last.sentence());
        undo.set(
                last.wayBack() == JournaledChange.WayBack.THERE
                        ? Optional.of(() -> undoIt.accept(last))
                        : Optional.empty());
    }

    private void showChange(UUID id, Instant at, String server, String title, String sentence) {
        String time = Moments.begun(at, clock.instant(), ZoneId.systemDefault());
        message.set(TEXTS.text("status.ran", time, server, title, sentence));
        change.set(Optional.of(id));
    }

    /** A provider has come to an end with something; {@link #offerUndo} may follow. */
    public void ended(String server, Operation operation) {
        showChange(
                operation.id(),
                operation.endedAt().orElseGet(clock::instant),
                server,
                operation.title(),
                operation.sentence());
        undo.set(Optional.empty());
    }

    /** There is a way back from a change; nothing happens when something else was said since. */
    public void offerUndo(UUID done, Runnable undoIt) {
        if (change.get().filter(done::equals).isPresent()) {
            undo.set(Optional.of(undoIt));
        }
    }
}
