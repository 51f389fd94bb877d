package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.LabProgress.Step;
import dev.howdah.lab.control.Control;
import dev.howdah.lab.copies.CopyOrigin;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Topology;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperations;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.lab.sample.SampleData;
import dev.howdah.lab.workload.LabWorkload;
import dev.howdah.lab.workload.ServiceLogin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lab while it is open: a running service with the sample database, of one to three nodes. It
 * is stopped by {@link #close}, or when the JVM ends; after a kill the next {@link #open} finds the
 * servers, stops them, and ends what was under way.
 */
public final class LabCluster implements AutoCloseable {
    private static final long WORKLOAD_SEED = 42;
    private static final int MINUTES_BETWEEN_LOG_TRIMS = 5;

    /** A lab that was just opened has other things to do. */
    private static final int MINUTES_BEFORE_BACKUPS = 2;

    private final StopOnce stop;
    private final Fleet fleet;
    private final Control control;
    private final LabOperations operations;
    private final LabKeeping keeping;
    private final MaintenanceHour maintenance;
    private final String version;
    private final LabAccess access;
    private final ServiceLogin login;
    private final LabWorkload workload;
    private final ScheduledExecutorService housekeeping;

    private LabCluster(
            StopOnce stop,
            Fleet fleet,
            Control control,
            LabOperations operations,
            LabKeeping keeping,
            MaintenanceHour maintenance,
            Secret services,
            String version)
            throws ProblemException {
        this.stop = stop;
        this.fleet = fleet;
        this.control = control;
        this.operations = operations;
        this.keeping = keeping;
        this.maintenance = maintenance;
        this.version = version;
        access = fleet.primary().access(SampleData.DATABASE);
        login = service -> access.withUser(service, services).connect(service);
        workload = new LabWorkload(login, WORKLOAD_SEED);
        housekeeping =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("lab-housekeeping").factory());
        var _ =
                housekeeping.scheduleWithFixedDelay(
                        this::trimLogs, 0, MINUTES_BETWEEN_LOG_TRIMS, TimeUnit.MINUTES);
        var _ =
                housekeeping.scheduleWithFixedDelay(
                        keeping::tend, MINUTES_BEFORE_BACKUPS, 1, TimeUnit.MINUTES);
        var _ =
                housekeeping.scheduleWithFixedDelay(
                        maintenance::tend, MINUTES_BEFORE_BACKUPS, 1, TimeUnit.MINUTES);
    }

    /**
     * Opens the lab in this folder, which is made when it is missing. Blocks: some seconds the
     * first time, under 2 s later; standbys are started afterwards. Interrupting the thread ends
     * the attempt and leaves nothing running.
     *
     * @param progress told often, in the calling thread
     */
    public static LabCluster open(Path folder, Consumer<LabProgress> progress)
            throws ProblemException, InterruptedException {
        return open(new LabOpening(folder, folder, progress));
    }

    static LabCluster open(LabOpening opening) throws ProblemException, InterruptedException {
        LabLock lock = LabLock.acquire(opening.folder());
        opening.tell(Step.UNPACKING, 0);
        StopOnce stop = null;
        boolean opened = false;
        try {
            LabBinaries binaries = opening.unpack();
            Clock clock = Clock.systemUTC();
            LabRecovery kept = LabRecovery.in(opening.cluster(), clock);
            Fleet fleet = Fleet.in(opening.cluster(), binaries, kept);
            kept.prepare(fleet.primary());
            LabOperations operations = new LabOperations(opening.cluster().resolve("operations"));
            Control control = new Control(fleet, opening, operations, clock);
            LabCopies copies =
                    new LabCopies(
                            opening.copies(),
                            binaries,
                            new CopyOrigin(kept.archive(), fleet),
                            operations,
                            clock);
            stop = new StopOnce(control, copies, lock);
            copies.prepare();
            opening.tell(Step.CREATING, 0);
            boolean isNew = !fleet.primary().exists();
            if (!isNew) {
                opening.tell(Step.STARTING, 0);
            }
            control.open();
            opening.fill(fleet.primary());
            LabKeeping keeping = new LabKeeping(kept, fleet, control, operations, copies, clock);
            if (isNew) {
                keeping.backUpNew(share -> opening.tell(Step.BACKING_UP, share));
            }
            LabCluster cluster =
                    new LabCluster(
                            stop,
                            fleet,
                            control,
                            operations,
                            keeping,
                            new MaintenanceHour(
                                    opening.cluster(), fleet, control, operations, clock),
                            opening.services(),
                            binaries.version());
            control.watch();
            opened = true;
            opening.tell(Step.READY, 1);
            return cluster;
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            if (!opened) {
                giveUp(stop, lock);
            }
        }
    }

    /**
     * How the lab's superuser logs in to the sample database, at the address of the service, which
     * stays the same whichever node leads.
     */
    public LabAccess access() {
        return access;
    }

    /** How the services log in. */
    ServiceLogin services() {
        return login;
    }

    /** What the services do; not running when the lab was just opened. */
    public LabWorkload workload() {
        return workload;
    }

    /** The present plan. */
    public LabPlan plan() {
        return fleet.topology().plan();
    }

    /** Plan, nodes, and what is under way. Costs the servers nothing. */
    public LabFacts facts() throws ProblemException {
        Topology topology = fleet.topology();
        List<LabFacts.Node> nodes = new ArrayList<>();
        for (Member member : topology.members()) {
            boolean leads = member.number() == topology.primary();
            nodes.add(leads ? 0 : nodes.size(), facts(member, leads));
        }
        Optional<LabOperation> underWay = operations.underWay();
        boolean settled =
                underWay.isEmpty()
                        && topology.isFinal()
                        && nodes.stream().allMatch(node -> node.state() == LabFacts.State.RUNNING);
        return new LabFacts(topology.plan(), nodes, underWay, settled);
    }

    private LabFacts.Node facts(Member member, boolean leads) throws ProblemException {
        LabNode node = fleet.node(member.number());
        boolean runs = node.server().isPresent();
        return new LabFacts.Node(
                member.number(), leads, state(member, node, runs), runs ? node.port() : 0);
    }

    private static LabFacts.State state(Member member, LabNode node, boolean runs)
            throws ProblemException {
        if (!member.whole()) {
            return LabFacts.State.BUILDING;
        }
        if (!runs) {
            return LabFacts.State.DOWN;
        }
        return node.takesConnections() ? LabFacts.State.RUNNING : LabFacts.State.STARTING;
    }

    /** Its backups, who may connect, and what its nodes take. */
    public LabKeeping keeping() {
        return keeping;
    }

    /** When nodes are restarted for what waits for that. */
    public MaintenanceHour maintenance() {
        return maintenance;
    }

    /** What was done to the service, and how far it is. */
    public LabOperations operations() {
        return operations;
    }

    /**
     * Begins to change the plan; {@link #operations} tells how far it is. LOCKED while something
     * else is under way or a node is being repaired; BAD_INPUT when the service is on that plan.
     *
     * @param id names the operation from now on
     */
    public void changePlan(UUID id, LabPlan to) throws ProblemException {
        control.changePlan(id, to);
    }

    /** What {@link #changePlan} would do as things are now, in sentences without a full stop. */
    public List<String> stepsTo(LabPlan plan) {
        return control.stepsTo(plan);
    }

    /** The server's version: "18.6". */
    public String version() {
        return version;
    }

    /** Ends a node as a power cut would, and tells nobody; the lab repairs that by itself. */
    public void killNode(int number) throws ProblemException {
        fleet.node(number).kill();
    }

    /**
     * The same on purpose, whatever is under way. BAD_INPUT when no node of this name runs.
     *
     * @param id names the operation
     */
    public void failNode(UUID id, String name) throws ProblemException {
        new NodeFailure(this, operations, Clock.systemUTC()).cause(id, name);
    }

    /** The newest lines of the primary's log, oldest first. */
    public List<String> log(int limit) throws ProblemException {
        return fleet.primary().log().newest(limit);
    }

    private void trimLogs() {
        fleet.topology().members().forEach(member -> fleet.node(member.number()).log().trim());
    }

    /** Stops the workload and the servers. Blocks for some seconds; may be called again. */
    @Override
    public void close() {
        housekeeping.shutdownNow();
        workload.stop();
        stop.stop();
    }

    private static void giveUp(@Nullable StopOnce stop, LabLock lock) {
        if (stop == null) {
            lock.close();
        } else {
            stop.stop();
        }
    }
}
