package dev.howdah.ui.users.newuser;

import dev.howdah.core.ProblemException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question that changes while somebody types: one at a time in the background, and only
 * the newest is answered. Used on the UI thread.
 *
 * @param <W> the question
 */
final class Latest<W> {
    /** Finds the answer and returns what shows it on the UI thread. Blocks. */
    @FunctionalInterface
    interface Work<W> {
        Runnable answer(W wish) throws ProblemException;
    }

    private final Executor background;
    private final Executor uiThread;
    private final Work<W> work;
    private final Consumer<ProblemException> failed;
    private final AtomicReference<@Nullable W> wanted = new AtomicReference<>();
    private boolean underWay;

    /**
     * @param background may wait a little, so that a word is asked about and not each letter
     * @param failed called on the UI thread instead of showing an answer
     */
    Latest(
            Executor background,
            Executor uiThread,
            Work<W> work,
            Consumer<ProblemException> failed) {
        this.background = background;
        this.uiThread = uiThread;
        this.work = work;
        this.failed = failed;
    }

    void ask(W wish) {
        wanted.set(wish);
        start();
    }

    /** Whatever is under way will not be shown. */
    void forget() {
        wanted.set(null);
    }

    private void start() {
        if (!underWay) {
            underWay = true;
            background.execute(this::find);
        }
    }

    private void find() {
        W wish = wanted.get();
        Runnable show = () -> {};
        try {
            if (wish != null) {
                show = work.answer(wish);
            }
        } catch (ProblemException e) {
            show = () -> failed.accept(e);
        } finally {
            Runnable answer = show;
            uiThread.execute(() -> arrived(wish, answer));
        }
    }

    private void arrived(@Nullable W wish, Runnable show) {
        underWay = false;
        W newest = wanted.get();
        if (newest != null && newest == wish) {
            show.run();
        } else if (newest != null) {
            start();
        }
    }
}
