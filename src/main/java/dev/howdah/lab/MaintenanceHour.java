package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.control.Control;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Maintenance;
import dev.howdah.lab.fleet.Maintenance.Waiting;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lab's maintenance: once a week it restarts the nodes on which parameters wait for that. A lab
 * that is not open at the hour misses it, but then opening it has restarted all nodes anyway. Any
 * thread may call.
 */
public final class MaintenanceHour {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceHour.class);
    private static final Texts TEXTS = Texts.of(MaintenanceHour.class);

    private final Path file;
    private final Maintenance maintenance;
    private final Control control;
    private final LabOperations book;
    private final Clock clock;

    MaintenanceHour(Path cluster, Fleet fleet, Control control, LabOperations book, Clock clock) {
        file = cluster.resolve("maintenance-hour");
        maintenance = new Maintenance(fleet);
        this.control = control;
        this.book = book;
        this.clock = clock;
    }

    /** When it is done. */
    public WeeklyHour hour() throws ProblemException {
        try {
            return WeeklyHour.in(file);
        } catch (IOException e) {
            throw LabProblems.of(e, file);
        }
    }

    /** Sets when it is done; in force when this returns. */
    public void move(UUID id, WeeklyHour to) throws ProblemException {
        try {
            to.writeTo(file);
        } catch (IOException e) {
            throw LabProblems.of(e, file);
        }
        book.note(
                LabOperation.done(
                        id,
                        Act.MAINTENANCE_WINDOW,
                        TEXTS.text("maintenance.move"),
                        TEXTS.text("maintenance.moved"),
                        clock.instant()));
    }

    /** What is done in the next of these hours; empty when nothing is to be done. */
    public List<Waiting> waiting() throws ProblemException {
        return maintenance.waiting();
    }

    /** The maintenance there was, newest first. */
    public List<LabOperation> past() {
        return book.all().stream().filter(each -> each.act() == Act.MAINTENANCE).toList();
    }

    /** Begins the work if it is the hour and there is some. */
    void tend() {
        try {
            Instant now = clock.instant();
            if (hour().contains(now) && book.underWay().isEmpty() && !triedSince(now)) {
                List<Waiting> waiting = waiting();
                if (!waiting.isEmpty()) {
                    begin(waiting);
                }
            }
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        } catch (RuntimeException e) {
            // else the next times would be left out
            LOG.error("the lab could not be maintained", e);
        }
    }

    /** A value with which no server starts is not tried every minute. */
    private boolean triedSince(Instant now) throws ProblemException {
        Instant begin = hour().lastBegin(now);
        return past().stream()
                .anyMatch(each -> each.state() == State.FAILED && !each.beganAt().isBefore(begin));
    }

    private void begin(List<Waiting> waiting) throws ProblemException {
        List<String> steps =
                waiting.stream()
                        .map(each -> TEXTS.text("maintenance.restart", each.node()))
                        .toList();
        String title = TEXTS.text("maintenance.title", names(waiting));
        LabOperation planned =
                LabOperation.planned(
                        UUID.randomUUID(),
                        Act.MAINTENANCE,
                        title,
                        steps,
                        TEXTS.text("running", title),
                        Map.of(),
                        clock.instant());
        control.submit(
                planned,
                course -> {
                    for (Waiting each : waiting) {
                        course.step(_ -> maintenance.restart(each));
                    }
                    course.end(State.DONE, TEXTS.text("maintenance.done", names(waiting)));
                });
    }

    /** The parameters of all nodes, each once. */
    public static String names(List<Waiting> waiting) {
        return String.join(
                ", ",
                waiting.stream().flatMap(each -> each.parameters().stream()).distinct().toList());
    }
}
