package dev.howdah.lab.control;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Standbys;
import dev.howdah.lab.fleet.Topology;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the nodes match the topology, whatever happened to them. Each repair is an operation; one
 * that fails is tried again, ever more seldom. For the control plane's own thread only.
 */
final class Healing {
    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);
    private static final Texts TEXTS = Texts.of(Healing.class);
    private static final int LONGEST_PAUSE_SECONDS = 120;

    private final Fleet fleet;
    private final Standbys standbys;
    private final Rescue rescue;
    private final Diagnosis diagnosis;
    private final LabOperations book;
    private final Clock clock;
    private int failedStarts;
    private int failures;
    private Instant notBefore = Instant.MIN;
    private @Nullable LabOperation lastFailed;

    Healing(Fleet fleet, Foundation foundation, LabOperations book, Clock clock) {
        this.fleet = fleet;
        standbys = new Standbys(fleet);
        rescue = new Rescue(fleet, foundation);
        diagnosis = new Diagnosis(fleet, standbys, clock);
        this.book = book;
        this.clock = clock;
    }

    /**
     * Does all that is to be done.
     *
     * @return whether everything is as it should be
     */
    boolean heal() throws InterruptedException {
        try {
            while (!clock.instant().isBefore(notBefore)) {
                Optional<Repair> next = diagnosis.next(failedStarts);
                if (next.isEmpty()) {
                    return true;
                }
                run(next.get());
                failures = 0;
                failedStarts = 0;
                lastFailed = null;
            }
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (e.problem().kind() != Problem.Kind.LOCKED) {
                LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
                failures++;
                long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures - 1, 7));
                notBefore = clock.instant().plusSeconds(failures == 1 ? 0 : pause);
            }
        }
        return false;
    }

    private void run(Repair repair) throws ProblemException, InterruptedException {
        if (!repair.isTold()) {
            try {
                standbys.join(repair.node());
            } catch (ProblemException e) {
                // it has lost the way; the next look has it made anew
                fleet.become(fleet.topology().with(repair.node(), false));
                throw e;
            }
            return;
        }
        Course course = new Course(book, clock, begun(repair));
        long begin = System.nanoTime();
        String[] said = {""};
        try {
            course.step(progress -> said[0] = perform(repair, progress));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            course.end(
                    State.DONE,
                    said[0] + " " + TEXTS.text("repair.took", Quantities.duration(took)));
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            failedStarts += repair.kind() == Repair.Kind.START ? 1 : 0;
            course.end(
                    State.FAILED,
                    TEXTS.text("repair.failed", repair.title(), e.problem().sentence()));
            lastFailed = course.operation();
            throw e;
        } catch (RuntimeException | Error e) {
            course.end(State.FAILED, TEXTS.text("fault", repair.title()));
            throw e;
        } finally {
            diagnosis.forget(repair.node());
        }
    }

    /** A repair that is tried again is the same operation. */
    private LabOperation begun(Repair repair) throws ProblemException {
        LabOperation failed = lastFailed;
        if (failed != null && failed.title().equals(repair.title())) {
            return book.beginAgain(failed);
        }
        LabOperation fresh =
                LabOperation.planned(
                        UUID.randomUUID(),
                        LabOperation.Act.REPAIR,
                        repair.title(),
                        List.of(repair.title()),
                        repair.running(),
                        Map.of(),
                        clock.instant());
        book.begin(fresh);
        return fresh;
    }

    /**
     * @return the effect, a full sentence
     */
    private String perform(Repair repair, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        Topology topology = fleet.topology();
        int node = repair.node();
        switch (repair.kind()) {
            case TAKE_OVER -> {
                return takeOver(topology, node);
            }
            case START -> fleet.startPrimary();
            case RESTORE, RESET, MAKE_ANEW -> {
                return rescue.restore(progress);
            }
            case JOIN -> standbys.join(node);
            case BUILD -> standbys.build(node, progress);
            case REMOVE -> standbys.remove(node);
            case LOWER -> lower(topology);
        }
        return repair.done();
    }

    private String takeOver(Topology topology, int node)
            throws ProblemException, InterruptedException {
        boolean complete = standbys.handOver(node, topology.plan(), false);
        return TEXTS.text(
                complete ? "repair.takeOver.done" : "repair.takeOver.incomplete",
                Fleet.name(topology.primary()),
                Fleet.name(node));
    }

    private void lower(Topology topology) throws ProblemException, InterruptedException {
        int connections = topology.plan().maxConnections();
        for (Member standby : topology.standbys()) {
            standbys.lower(standby.number(), connections);
        }
        fleet.become(fleet.topology().withStandbyConnections(connections));
    }

    /**
     * For the opening: brings the primary up, wherever it can be had, and tells when that was not
     * where it was.
     */
    void open() throws ProblemException, InterruptedException {
        Optional<Repair> repair = rescue.open(standbys);
        if (repair.isPresent()) {
            Course course = new Course(book, clock, begun(repair.get()));
            course.step(_ -> LOG.info("done by the opening: {}", repair.get().title()));
            course.end(State.DONE, TEXTS.text("repair.opening", repair.get().title()));
        }
    }
}
