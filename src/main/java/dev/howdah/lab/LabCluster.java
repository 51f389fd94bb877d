package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.LabProgress.Step;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.sample.SampleData;
import dev.howdah.lab.workload.LabWorkload;
import dev.howdah.lab.workload.ServiceLogin;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lab while it is open: a running server with the sample database. It is stopped by {@link
 * #close}, or when the JVM ends; after a kill the next {@link #open} finds the server and stops it.
 */
public final class LabCluster implements AutoCloseable {
    private static final long WORKLOAD_SEED = 42;
    private static final int MINUTES_BETWEEN_LOG_TRIMS = 5;

    private final StopOnce stop;
    private final LabAccess access;
    private final ServiceLogin login;
    private final LabWorkload workload;
    private final ScheduledExecutorService housekeeping;

    private LabCluster(LabNode node, StopOnce stop, LabAccess access, Secret services) {
        this.stop = stop;
        this.access = access;
        login = service -> access.withUser(service, services).connect(service);
        workload = new LabWorkload(login, WORKLOAD_SEED);
        housekeeping =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("lab-housekeeping").factory());
        var _ =
                housekeeping.scheduleWithFixedDelay(
                        node.log()::trim, 0, MINUTES_BETWEEN_LOG_TRIMS, TimeUnit.MINUTES);
    }

    /**
     * Opens the lab in this folder, which is made when it is missing. Blocks: some seconds the
     * first time, under 2 s later. Interrupting the thread ends the attempt and leaves nothing
     * running.
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
            LabNode node = opening.unpack();
            stop = new StopOnce(node, lock);
            opening.start(node);
            Secret services = opening.fill(node);
            LabCluster cluster =
                    new LabCluster(node, stop, node.access(SampleData.DATABASE), services);
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

    /** How the lab's superuser logs in to the sample database. */
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

    /** Stops the workload and the server. Blocks for a second or so; may be called again. */
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
