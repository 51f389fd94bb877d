package dev.howdah.core.change;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Runs a change that was consented to: once, journaled before and after, refused when read-only.
 */
public final class ChangeRunner {
    private static final Texts TEXTS = Texts.of(ChangeRunner.class);

    private final ChangeLog log;
    private final Clock clock;
    private final Set<UUID> started = new HashSet<>();
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    public ChangeRunner(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Blocks until the change has ended; call it off the JavaFX thread. Of several changes that are
     * consented to as one, each is journaled by itself.
     *
     * @return what came of it; also when it took effect and could not be journaled afterwards,
     *     which the sentence then says
     * @throws ProblemException when it was refused, could not be journaled beforehand (then nothing
     *     was sent), or failed
     */
    public ChangeOutcome run(Change change) throws ProblemException {
        synchronized (started) {
            if (!started.add(change.id())) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.BAD_INPUT,
                                TEXTS.text("change.ranAlready", change.title()),
                                TEXTS.text("change.ranAlready.remedy")));
            }
        }
        if (change.target().readOnly()) {
            Problem refusal =
                    Problem.of(
                            Problem.Kind.NOT_PERMITTED,
                            TEXTS.text("change.readOnly", change.target().server()),
                            TEXTS.text("change.readOnly.remedy"));
            log.write(entry(change, ChangeLog.Status.REFUSED, refusal.sentence(), List.of()));
            throw new ProblemException(refusal);
        }
        running.add(change.id());
        try {
            if (change.action() instanceof JointChange.Parts parts) {
                return parts.by(this::run);
            }
            Instant began = clock.instant();
            log.write(entry(change, ChangeLog.Status.STARTED, "", List.of()));
            return act(change, began);
        } finally {
            running.remove(change.id());
        }
    }

    /** Whether it has begun and not ended, in this process. Any thread may ask. */
    public boolean isRunning(UUID change) {
        return running.contains(change);
    }

    private ChangeOutcome act(Change planned, Instant began) throws ProblemException {
        Notes notes = new Notes(planned);
        try {
            ChangeOutcome outcome = RunningChange.run(planned, notes);
            return journaled(notes.change, outcome, began);
        } catch (ProblemException e) {
            Change change = notes.change;
            if (e.problem().kind() == Problem.Kind.UNKNOWN_OUTCOME) {
                return journaled(change, unknown(e.problem()), began);
            }
            tryToWrite(
                    ended(
                            change,
                            ChangeLog.Status.FAILED,
                            e.problem().sentence(),
                            List.of(),
                            began),
                    e);
            throw e;
        } catch (RuntimeException e) {
            Change change = notes.change;
            // its message is not written down: nobody masked it
            tryToWrite(
                    ended(
                            change,
                            ChangeLog.Status.UNKNOWN,
                            e.getClass().getName(),
                            List.of(),
                            began),
                    e);
            throw e;
        }
    }

    /** What a change tells of itself while it runs: some of it at once, the rest with its end. */
    private final class Notes implements RunningChange.Notebook {
        private Change change;

        Notes(Change planned) {
            change = planned;
        }

        @Override
        public void committing(RunningChange.Transaction transaction) throws ProblemException {
            log.write(mark(change, transaction));
        }

        @Override
        public void made(List<ChangeNotes.MadeRole> roles) {
            change = change.noting(notes -> notes.making(roles));
        }
    }

    private static ChangeOutcome unknown(Problem problem) {
        return new ChangeOutcome(
                ChangeOutcome.Status.UNKNOWN,
                problem.sentence() + " " + problem.remedy(),
                List.of());
    }

    /** The change has happened, so a journal that can't be written takes nothing back. */
    private ChangeOutcome journaled(Change change, ChangeOutcome outcome, Instant began) {
        try {
            log.write(ended(change, statusOf(outcome), outcome.sentence(), outcome.rows(), began));
            return outcome;
        } catch (ProblemException _) {
            return new ChangeOutcome(
                    outcome.status(),
                    outcome.sentence() + " " + TEXTS.text("change.notJournaled"),
                    outcome.rows());
        }
    }

    private void tryToWrite(ChangeLog.Entry entry, Exception failure) {
        try {
            log.write(entry);
        } catch (ProblemException e) {
            failure.addSuppressed(e);
        }
    }

    private static ChangeLog.Status statusOf(ChangeOutcome outcome) {
        return switch (outcome.status()) {
            case DONE -> ChangeLog.Status.DONE;
            case PARTLY -> ChangeLog.Status.PARTLY;
            case FAILED -> ChangeLog.Status.FAILED;
            case UNKNOWN -> ChangeLog.Status.UNKNOWN;
        };
    }

    private ChangeLog.Entry entry(
            Change change, ChangeLog.Status status, String sentence, List<String> rows) {
        return entry(change, status, sentence, rows, Optional.empty());
    }

    private ChangeLog.Entry ended(
            Change change,
            ChangeLog.Status status,
            String sentence,
            List<String> rows,
            Instant began) {
        return entry(
                change,
                status,
                sentence,
                rows,
                Optional.of(Duration.between(began, clock.instant())));
    }

    /** A way back is known at the end only: what was done on several servers comes of the run. */
    private ChangeLog.Entry entry(
            Change change,
            ChangeLog.Status status,
            String sentence,
            List<String> rows,
            Optional<Duration> took) {
        boolean mayBeInEffect = took.isPresent() && status != ChangeLog.Status.FAILED;
        return new ChangeLog.Entry(
                change.id(),
                clock.instant(),
                change.target().server(),
                change.target().environment(),
                change.title(),
                change.preview(),
                status,
                sentence,
                rows,
                new ChangeLog.Particulars(
                        change.target().login(),
                        change.notes(),
                        took,
                        mayBeInEffect ? wayBack(change) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What is sent stands in the line before it. */
    private ChangeLog.Entry mark(Change change, RunningChange.Transaction transaction) {
        return new ChangeLog.Entry(
                change.id(),
                clock.instant(),
                change.target().server(),
                change.target().environment(),
                change.title(),
                "",
                ChangeLog.Status.STARTED,
                "",
                List.of(),
                new ChangeLog.Particulars(
                        change.target().login(),
                        ChangeNotes.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(transaction),
                        Optional.empty()));
    }

    private static Optional<ChangeLog.WayBack> wayBack(Change change) {
        return change.wayBack()
                .map(Supplier::get)
                .flatMap(back ->
                        back.notes()
                                .script()
                                .map(script ->
                                        new ChangeLog.WayBack(
                                                back.title(),
                                                back.warnings(),
                                                script,
                                                back.asksForName())));
    }
}
