package dev.howdah.core;

import java.util.ArrayList;
import java.util.List;

/**
 * The requests of one read, taken down where they are sent, so that a panel can show exactly what
 * it asks. A scoped value, because between the question and the sender stand classes that have
 * nothing to do with it.
 */
public final class SentRequests {
    /** A read that pages through more shows its first ones. */
    private static final int MOST = 50;

    private static final ScopedValue<List<String>> NOTES = ScopedValue.newInstance();

    private SentRequests() {}

    /** Reads something. */
    @FunctionalInterface
    public interface Read<T> {
        T get() throws ProblemException;
    }

    /**
     * Takes down what this read sends, on its own thread.
     *
     * @param notes gets each request, also when the read fails
     */
    public static <T> T during(List<String> notes, Read<T> read) throws ProblemException {
        List<String> taken = new ArrayList<>();
        try {
            return ScopedValue.where(NOTES, taken).<T, ProblemException>call(read::get);
        } finally {
            notes.addAll(taken);
        }
    }

    /**
     * To be called before a request is sent. Does nothing outside of a read.
     *
     * @param request as people may see it, secrets masked
     */
    public static void sent(String request) {
        if (NOTES.isBound() && NOTES.get().size() < MOST && !NOTES.get().contains(request)) {
            NOTES.get().add(request);
        }
    }
}
