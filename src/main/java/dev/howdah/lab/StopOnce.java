package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.control.Control;
import dev.howdah.lab.copies.LabCopies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the lab's servers, those of its copies too, and then gives up the folder, once, whoever
 * asks first: the app, an opening that failed, or the end of the JVM.
 */
final class StopOnce {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnce.class);

    private final Control control;
    private final LabCopies copies;
    private final LabLock lock;
    private boolean stopped;

    StopOnce(Control control, LabCopies copies, LabLock lock) {
        this.control = control;
        this.copies = copies;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "lab-stop"));
    }

    /** Blocks until the servers are gone. A failure is logged: nobody is left to be told. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        // a thread that is being cancelled still has to stop the servers
        boolean interrupted = Thread.interrupted();
        try {
            copies.close();
            control.stop();
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        }
        lock.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
