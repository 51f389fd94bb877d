package dev.howdah.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A write that was described before it is done: what exactly will be sent, to which server, and
 * what it will cost. A change is shown to the person, run at most once by {@link ChangeRunner} and
 * written to the journal.
 *
 * @param id names this change; the same id never runs twice
 * @param title the act, which becomes the button: "Terminate 3 sessions"
 * @param target the server the change was made for
 * @param preview the exact SQL or HTTP, secrets masked
 * @param warnings consequences, each a full sentence; may be empty
 * @param action does it; called off the JavaFX thread, at most once
 * @param wayBack makes the change that undoes this one; empty when there is no way back
 * @param notes what the journal keeps of it besides
 */
public record Change(
        UUID id,
        String title,
        ChangeTarget target,
        String preview,
        List<String> warnings,
        Action action,
        Optional<Supplier<Change>> wayBack,
        ChangeNotes notes) {

    public Change {
        warnings = List.copyOf(warnings);
    }

    public static Change of(
            String title,
            ChangeTarget target,
            String preview,
            List<String> warnings,
            Action action) {
        return new Change(
                UUID.randomUUID(),
                title,
                target,
                preview,
                warnings,
                action,
                Optional.empty(),
                ChangeNotes.NONE);
    }

    public Change withWayBack(Supplier<Change> undo) {
        return new Change(id, title, target, preview, warnings, action, Optional.of(undo), notes);
    }

    /** With more told to the journal. */
    public Change noting(UnaryOperator<ChangeNotes> more) {
        return new Change(id, title, target, preview, warnings, action, wayBack, more.apply(notes));
    }

    /** The deed itself. */
    @FunctionalInterface
    public interface Action {
        /** Runs once; a failure that left nothing behind is a {@link ProblemException}. */
        ChangeOutcome run() throws ProblemException;
    }
}
