package dev.howdah.core.change;

import dev.howdah.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where every change is written down, before it runs and after. The journal implements it. */
public interface ChangeLog {

    /** Writes the line and returns when it is safe on disk. */
    void write(Entry entry) throws ProblemException;

    /**
     * One line.
     *
     * @param status STARTED before the change runs and while it does, then how it ended
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
            List<String> rows,
            Particulars particulars) {
        public Entry {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Who, where, how long and how to take it back; lines of older consoles say nothing of it.
     *
     * @param login of the database; empty for a change that is not for one server
     * @param took from before the change was sent to its end; empty on a line that is no end
     * @param wayBack how a later start can undo it; empty where that is not a matter of plain SQL
     * @param transaction which is about to be committed; only in a line between beginning and end
     * @param writer which console wrote the line; empty in what is yet to be written
     */
    record Particulars(
            Optional<ChangeTarget.Login> login,
            ChangeNotes notes,
            Optional<Duration> took,
            Optional<WayBack> wayBack,
            Optional<RunningChange.Transaction> transaction,
            Optional<Writer> writer) {

        /** Of a line that tells nothing more. */
        public static final Particulars NONE =
                new Particulars(
                        Optional.empty(),
                        ChangeNotes.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        public Particulars by(Writer console) {
            return new Particulars(login, notes, took, wayBack, transaction, Optional.of(console));
        }
    }

    /**
     * The change that undoes an earlier one, as far as it can be kept.
     *
     * @param asksForName as {@link Change#asksForName}
     */
    record WayBack(String title, List<String> warnings, SqlScript script, boolean asksForName) {
        public WayBack {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A running console.
     *
     * @param user the person's account on this desktop
     * @param process tells it from every other one that ran or runs on this desktop
     */
    record Writer(String user, String process) {}

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
