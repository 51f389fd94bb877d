package dev.howdah.ui.backups.asking;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.ui.Workbench;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a page has done in the background, one thing at a time, until it ends or is stopped. */
public final class StoppableWork {
    private final Workbench workbench;
    private final Progress progress;
    private final AtomicReference<@Nullable Thread> working = new AtomicReference<>();

    /** Something that takes its time; interrupting its thread ends it. */
    @FunctionalInterface
    public interface Work {
        void run() throws ProblemException;
    }

    /** Shows why work failed. JavaFX thread. */
    @FunctionalInterface
    public interface Failed {
        /**
         * @param stopped whether it failed because it was interrupted
         */
        void show(Problem problem, boolean stopped);
    }

    /**
     * @param progress is ended when work has ended, however it did
     */
    public StoppableWork(Workbench workbench, Progress progress) {
        this.workbench = workbench;
        this.progress = progress;
    }

    /** Begins in the background; what it shows by then is shown before it has ended. */
    public void begin(Work work, Failed failed) {
        workbench.background().execute(() -> run(work, failed));
    }

    private void run(Work work, Failed failed) {
        Thread me = Thread.currentThread();
        working.set(me);
        try {
            work.run();
        } catch (ProblemException e) {
            boolean stopped = Thread.interrupted();
            workbench.uiThread().execute(() -> failed.show(e.problem(), stopped));
        } finally {
            working.compareAndSet(me, null);
            workbench.uiThread().execute(progress::end);
        }
    }

    /** Ends what is under way; nothing happens when nothing is. */
    public void stop() {
        Thread now = working.get();
        if (now != null) {
            now.interrupt();
        }
    }
}
