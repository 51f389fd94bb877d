package dev.howdah.lab.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.copies.CopyOrder.Filled;
import dev.howdah.lab.node.AbandonedNode;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation.State;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy that is being made, in a thread of its own: to its end, or until nothing of it is left.
 */
final class CopyWork {
    private static final Logger LOG = LoggerFactory.getLogger(CopyWork.class);
    private static final Texts TEXTS = Texts.of(CopyWork.class);

    /** Whom it tells, in its own thread. */
    interface Listener {
        /** It is further than before. */
        void changed();

        /** It is whole; its operation ends next. */
        void finished(LabCopy copy);

        /** It has ended, one way or the other; called last. */
        void ended();
    }

    private final CopyOrder order;
    private final CopyMaking making;
    private final Course course;
    private final LabNode node;
    private final CopyFolder place;
    private final Listener listener;
    private final Thread thread;
    private boolean decided;

    /**
     * @param course of an operation that has begun
     * @param node of the copy; does not exist yet
     */
    CopyWork(
            CopyOrder order,
            CopyMaking making,
            Course course,
            LabNode node,
            CopyFolder place,
            Listener listener) {
        this.order = order;
        this.making = making;
        this.course = course;
        this.node = node;
        this.place = place;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("lab-copy").unstarted(this::run);
    }

    void begin() {
        thread.start();
    }

    boolean makes(UUID id) {
        return order.id().equals(id);
    }

    /** Gives it up; returns before it has ended. */
    void cancel() {
        if (order.content() instanceof Filled(Filling filling, long _)) {
            filling.stop();
        }
        interrupt();
    }

    /** Once it is known how it ends, nothing may keep that from being written down. */
    private synchronized void interrupt() {
        if (!decided) {
            thread.interrupt();
        }
    }

    /** Returns whether somebody has given it up. */
    private synchronized boolean decide() {
        decided = true;
        return Thread.interrupted();
    }

    /** Waits until it has ended, or for so long. */
    void await(Duration limit) {
        try {
            thread.join(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            LabCopy copy = making.run(course, listener::changed);
            boolean _ = decide();
            listener.finished(copy);
            end(
                    State.DONE,
                    TEXTS.text("copy.done", order.name(), Math.max(1, copy.took().toSeconds())));
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            boolean cancelled = decide();
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
            discard(
                    cancelled
                            ? TEXTS.text("cancelled")
                            : TEXTS.text("failed", e.problem().sentence()));
        } catch (InterruptedException _) {
            boolean _ = decide();
            discard(TEXTS.text("cancelled"));
        } catch (RuntimeException | Error e) {
            // else it would be under way for ever, and stand in the way of others
            boolean _ = decide();
            LOG.error("a copy could not be made", e);
            discard(TEXTS.text("fault"));
        } finally {
            listener.ended();
        }
    }

    private void discard(String sentence) {
        remove(node, place);
        end(State.FAILED, sentence);
    }

    private void end(State state, String sentence) {
        try {
            course.end(state, sentence);
        } catch (ProblemException e) {
            LOG.error("{} {}", e.problem().sentence(), e.problem().detail());
        }
    }

    /** Removes half of a copy; what can't be removed is left to the next opening of the lab. */
    static void remove(LabNode node, CopyFolder place) {
        try {
            new AbandonedNode(node).remove();
            place.remove();
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        } catch (IOException e) {
            LOG.warn("half of a copy could not be removed", e);
        }
    }
}
