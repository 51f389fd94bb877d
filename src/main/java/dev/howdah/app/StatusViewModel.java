package dev.howdah.app;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The line at the foot of the window: the connection, what runs, and what was done last. */
final class StatusViewModel {
    private static final Texts TEXTS = Texts.of(StatusViewModel.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Runnable>> undo =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Pressing>> pressing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Something that can't wait, shown until it is over.
     *
     * @param show brings the place to the front where something can be done about it
     */
    record Pressing(String sentence, Optional<Runnable> show) {}

    StatusViewModel(Clock clock) {
        this.clock = clock;
    }

    ReadOnlyStringProperty connection() {
        return connection.getReadOnlyProperty();
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Takes the last change back; empty when there is none or no way back. */
    ReadOnlyObjectProperty<Optional<Runnable>> undo() {
        return undo.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Pressing>> pressing() {
        return pressing.getReadOnlyProperty();
    }

    /** Shows this beside everything else; empty when nothing presses any longer. */
    void press(Optional<Pressing> now) {
        pressing.set(now);
    }

    void connection(String text) {
        connection.set(text);
    }

    /** A short fact, without an undo. */
    void say(String text) {
        message.set(text);
        undo.set(Optional.empty());
    }

    /**
     * A change ran.
     *
     * @param confirm shows the change that undoes it
     */
    void ran(Change change, ChangeOutcome outcome, Consumer<Change> confirm) {
        String time = TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
        message.set(
                TEXTS.text(
                        "status.ran",
                        time,
                        change.target().server(),
                        change.title(),
                        outcome.sentence()));
        Optional<Supplier<Change>> wayBack =
                outcome.status() == ChangeOutcome.Status.FAILED
                        ? Optional.empty()
                        : change.wayBack();
        undo.set(wayBack.map(way -> () -> confirm.accept(way.get())));
    }
}
