package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the lab's server and then gives up the folder, once, whoever asks first: the app, an
 * opening that failed, or the end of the JVM.
 */
final class StopOnce {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnce.class);

    private final LabNode node;
    private final LabLock lock;
    private boolean stopped;

    StopOnce(LabNode node, LabLock lock) {
        this.node = node;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "lab-stop"));
    }

    /** Blocks until the server is gone. A failure is logged: nobody is left to be told. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        // a thread that is being cancelled still has to stop the server
        boolean interrupted = Thread.interrupted();
        try {
            node.stop();
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        }
        lock.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
