package dev.howdah.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where every change is written down, before it runs and after. The journal implements it. */
public interface ChangeLog {

    /** Writes the line and returns when it is safe on disk. */
    void write(Entry entry) throws ProblemException;

    /**
     * One line.
     *
     * @param status STARTED before the change runs, then how it ended
     * @param sentence the outcome; empty for STARTED
     */
    record Entry(
            UUID change,
            Instant at,
            String server,
            Environment environment,
            String title,
            String preview,
            Status status,
            String sentence,
            List<String> rows) {
        public Entry {
            rows = List.copyOf(rows);
        }
    }

    /** Where a change stands. */
    enum Status {
        STARTED,
        DONE,
        PARTLY,
        FAILED,
        UNKNOWN,
        REFUSED
    }
}
