package dev.howdah.core;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Runs a change that was consented to: once, journaled before and after, refused when read-only.
 */
public final class ChangeRunner {
    private static final Texts TEXTS = Texts.of(ChangeRunner.class);

    private final ChangeLog log;
    private final Clock clock;
    private final Set<UUID> started = new HashSet<>();

    public ChangeRunner(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Blocks until the change has ended; call it off the JavaFX thread.
     *
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
            write(change, ChangeLog.Status.REFUSED, refusal.sentence(), List.of());
            throw new ProblemException(refusal);
        }
        write(change, ChangeLog.Status.STARTED, "", List.of());
        try {
            ChangeOutcome outcome = change.action().run();
            write(change, statusOf(outcome), outcome.sentence(), outcome.rows());
            return outcome;
        } catch (ProblemException e) {
            write(change, ChangeLog.Status.FAILED, e.problem().sentence(), List.of());
            throw e;
        } catch (RuntimeException e) {
            write(change, ChangeLog.Status.UNKNOWN, e.toString(), List.of());
            throw e;
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

    private void write(Change change, ChangeLog.Status status, String sentence, List<String> rows)
            throws ProblemException {
        log.write(
                new ChangeLog.Entry(
                        change.id(),
                        clock.instant(),
                        change.target().server(),
                        change.target().environment(),
                        change.title(),
                        change.preview(),
                        status,
                        sentence,
                        rows));
    }
}
