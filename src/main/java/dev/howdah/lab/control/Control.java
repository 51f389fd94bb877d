package dev.howdah.lab.control;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.archive.InPlaceRecovery;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Topology;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperations;
import dev.howdah.lab.plan.LabPlan;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control plane: one thread that changes plans when it is asked to, and otherwise watches the
 * nodes and repairs what fails. Any thread may call.
 */
public final class Control {
    private static final Logger LOG = LoggerFactory.getLogger(Control.class);
    private static final Texts TEXTS = Texts.of(Control.class);
    private static final long LOOK_MILLIS = 500;
    private static final long END_SECONDS = 100;

    private final Fleet fleet;
    private final LabOperations book;
    private final Clock clock;
    private final Healing healing;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("lab-control").factory());

    public Control(Fleet fleet, Foundation foundation, LabOperations book, Clock clock) {
        this.fleet = fleet;
        this.book = book;
        this.clock = clock;
        healing = new Healing(fleet, foundation, book, clock);
    }

    /**
     * Brings up the primary and ends what an earlier run left undone, one way or the other. Blocks.
     */
    public void open() throws ProblemException, InterruptedException {
        boolean back = new InPlaceRecovery(fleet.primary()).settle(fleet.primarySettings());
        for (Optional<LabOperation> left = book.underWay();
                left.isPresent();
                left = book.underWay()) {
            settle(left.get(), back);
        }
        for (LabOperation each : book.leftInAnInstant()) {
            new Course(book, clock, each).end(State.FAILED, TEXTS.text("left.failure"));
        }
        healing.open();
    }

    /**
     * The topology on disk says which way it went.
     *
     * @param back whether a recovery that was under way has come to its end now
     */
    private void settle(LabOperation left, boolean back) throws ProblemException {
        Course course = new Course(book, clock, left);
        if (left.act() == LabOperation.Act.RECOVERY && back) {
            course.end(State.DONE, TEXTS.text("left.recovered"));
            return;
        }
        if (left.act() == LabOperation.Act.RECOVERY || left.act() == LabOperation.Act.BACKUP) {
            course.end(State.FAILED, TEXTS.text("left.notDone", left.title()));
            return;
        }
        if (left.act() == LabOperation.Act.MAINTENANCE) {
            course.end(State.DONE, TEXTS.text("left.maintained"));
            return;
        }
        LabPlan plan = fleet.topology().plan();
        Optional<LabPlan> target = PlanChange.target(left);
        if (target.isEmpty()) {
            course.end(State.FAILED, TEXTS.text("left.repair", left.title()));
        } else if (target.get() == plan) {
            course.end(State.DONE, TEXTS.text("left.wentOn", plan.title()));
        } else {
            course.end(State.FAILED, TEXTS.text("left.wentBack", plan.title()));
        }
    }

    /** Starts to watch the nodes; standbys are started at the first look. */
    public void watch() {
        var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            healing.heal();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // else nobody would look again
            LOG.error("the lab's nodes could not be looked at", e);
        }
    }

    /**
     * Begins to change the plan, and returns when that is on disk. LOCKED while something else is
     * under way or a node is being repaired; BAD_INPUT when the service is on that plan.
     *
     * @param id names the operation from now on
     */
    public void changePlan(UUID id, LabPlan to) throws ProblemException {
        Topology topology = fleet.topology();
        if (topology.plan() == to) {
            throw refusal(Problem.Kind.BAD_INPUT, "plan.same", to.title());
        }
        requireWhole(topology);
        List<PlanStep> steps = PlanStep.to(to, topology);
        LabOperation planned = PlanChange.planned(id, topology, to, clock);
        submit(planned, course -> new PlanChange(fleet).run(course, steps, to));
    }

    /**
     * Begins an operation of any kind, and returns when that is on disk. It has the nodes for
     * itself: nothing is repaired until it ends. LOCKED while something else is under way.
     */
    public void submit(LabOperation planned, Deed deed) throws ProblemException {
        book.begin(planned);
        thread.execute(() -> perform(planned, deed));
    }

    /** What an operation does, step by step. */
    @FunctionalInterface
    public interface Deed {

        /** Goes through the steps and ends the operation; a problem ends it as FAILED. */
        void run(Course course) throws ProblemException, InterruptedException;
    }

    /** What a change to this plan would do as things are now; empty for the present plan. */
    public List<String> stepsTo(LabPlan plan) {
        return PlanStep.to(plan, fleet.topology()).stream().map(PlanStep::title).toList();
    }

    private void requireWhole(Topology topology) throws ProblemException {
        boolean whole = topology.isFinal();
        for (Member member : topology.members()) {
            whole &= fleet.runs(member.number());
        }
        if (!whole) {
            throw refusal(Problem.Kind.LOCKED, "plan.unfinished", topology.plan().title());
        }
    }

    private void perform(LabOperation planned, Deed deed) {
        Course course = new Course(book, clock, planned);
        try {
            try {
                deed.run(course);
            } catch (ProblemException e) {
                // files and sockets of an interrupted thread are closed under its hands
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                course.end(State.FAILED, e.problem().sentence());
            } catch (RuntimeException | Error e) {
                // else it would be under way for ever, and stand in the way of everything
                LOG.error("an operation of the lab has a fault", e);
                course.end(State.FAILED, TEXTS.text("fault", planned.title()));
            }
        } catch (InterruptedException _) {
            // the lab is being closed; the next opening settles the operation
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            LOG.error("{} {}", e.problem().sentence(), e.problem().detail());
        }
    }

    private static ProblemException refusal(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy")));
    }

    /** Ends the thread and every server. Blocks for some seconds. */
    public void stop() throws ProblemException {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the lab's control plane did not end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        fleet.stop();
    }
}
