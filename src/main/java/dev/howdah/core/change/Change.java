package dev.howdah.core.change;

import dev.howdah.core.ProblemException;
import java.util.ArrayList;
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
 * @param asksForName whether in production the person has to type the server's name to consent,
 *     because it costs everybody something: an interruption, a promise, a way back
 * @param progress how far it is while it runs; empty when it is done in a moment
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
        boolean asksForName,
        Optional<ChangeProgress> progress,
        ChangeNotes notes) {

    public Change {
        warnings = List.copyOf(warnings);
    }

    /** One that a press of its button is consent enough for, and that is done in a moment. */
    public Change(
            UUID id,
            String title,
            ChangeTarget target,
            String preview,
            List<String> warnings,
            Action action,
            Optional<Supplier<Change>> wayBack) {
        this(
                id,
                title,
                target,
                preview,
                warnings,
                action,
                wayBack,
                false,
                Optional.empty(),
                ChangeNotes.NONE);
    }

    public static Change of(
            String title,
            ChangeTarget target,
            String preview,
            List<String> warnings,
            Action action) {
        return new Change(
                UUID.randomUUID(), title, target, preview, warnings, action, Optional.empty());
    }

    public Change withWayBack(Supplier<Change> undo) {
        return with(warnings, Optional.of(undo), asksForName, progress, notes);
    }

    /** The same, for which the server's name has to be typed in production. */
    public Change askingForName() {
        return with(warnings, wayBack, true, progress, notes);
    }

    /** The same with more consequences, told before the others. */
    public Change warning(List<String> more) {
        List<String> all = new ArrayList<>(more);
        warnings.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return with(all, wayBack, asksForName, progress, notes);
    }

    /** The same told otherwise and done by way of something else, which does it in the end. */
    public Change by(List<String> itsWarnings, Action instead) {
        return new Change(
                id,
                title,
                target,
                preview,
                itsWarnings,
                instead,
                wayBack,
                asksForName,
                progress,
                notes);
    }

    /** For one that takes its time and can be asked to end early. */
    public Change withProgress(ChangeProgress itsProgress) {
        return with(warnings, wayBack, asksForName, Optional.of(itsProgress), notes);
    }

    /** With more told to the journal. */
    public Change noting(UnaryOperator<ChangeNotes> more) {
        return with(warnings, wayBack, asksForName, progress, more.apply(notes));
    }

    private Change with(
            List<String> itsWarnings,
            Optional<Supplier<Change>> itsWayBack,
            boolean wantsName,
            Optional<ChangeProgress> itsProgress,
            ChangeNotes itsNotes) {
        return new Change(
                id,
                title,
                target,
                preview,
                itsWarnings,
                action,
                itsWayBack,
                wantsName,
                itsProgress,
                itsNotes);
    }

    /** The deed itself. */
    @FunctionalInterface
    public interface Action {
        /** Runs once; a failure that left nothing behind is a {@link ProblemException}. */
        ChangeOutcome run() throws ProblemException;
    }
}
