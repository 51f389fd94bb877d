package dev.howdah.provider.http;

import dev.howdah.core.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Asks a provider the same about many things, some at a time: a few, so that a provider that counts
 * requests sees no storm, and what else is asked of it gets its turn.
 */
public final class SideBySide {
    private static final int AT_A_TIME = 6;

    private SideBySide() {}

    /** Asks about one of them, and may block. */
    @FunctionalInterface
    public interface Asking<T, R> {
        R ask(T about) throws ProblemException;
    }

    /**
     * Blocks until all are answered, or one of them failed: then no other is begun. Interrupting
     * this thread ends it and what is under way.
     *
     * @param answered gets how many are, on any thread
     * @param interrupted why there are no answers then
     * @return the answers in the order of the questions
     */
    public static <T, R> List<R> ask(
            List<T> about,
            Asking<T, R> asking,
            IntConsumer answered,
            Supplier<ProblemException> interrupted)
            throws ProblemException {
        AtomicInteger count = new AtomicInteger();
        ExecutorService threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());
        try {
            List<Future<R>> asked = new ArrayList<>();
            for (T each : about) {
                asked.add(
                        threads.submit(() -> {
                            R answer = asking.ask(each);
                            answered.accept(count.incrementAndGet());
                            return answer;
                        }));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> each : asked) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw interrupted.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
