package dev.howdah.pg.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That a restored copy was compared with its original, dated: what was looked at, and what came of
 * it.
 *
 * @param original the profile of the server that was restored
 * @param server the name the person knew it by
 * @param copy the name of the restored copy
 * @param restoredTo the moment to which it was restored; empty when nobody said
 * @param took how long the restore lasted; empty when nobody measured
 * @param wouldLose how old the newest restorable moment was; empty when not known
 * @param backup the provider's id of the backup that the restore began with; empty when not known
 */
public record RestoreProof(
        UUID original,
        String server,
        String copy,
        String database,
        Instant provenAt,
        Optional<Instant> restoredTo,
        Optional<Duration> took,
        Optional<Duration> wouldLose,
        List<Check> checks,
        Optional<String> backup) {

    public RestoreProof {
        checks = List.copyOf(checks);
    }

    /** One of which nobody knows with which backup the restore began. */
    public RestoreProof(
            UUID original,
            String server,
            String copy,
            String database,
            Instant provenAt,
            Optional<Instant> restoredTo,
            Optional<Duration> took,
            Optional<Duration> wouldLose,
            List<Check> checks) {
        this(
                original,
                server,
                copy,
                database,
                provenAt,
                restoredTo,
                took,
                wouldLose,
                checks,
                Optional.empty());
    }

    /** The same, which began with this backup. */
    public RestoreProof begunWith(Optional<String> itsBackup) {
        return new RestoreProof(
                original,
                server,
                copy,
                database,
                provenAt,
                restoredTo,
                took,
                wouldLose,
                checks,
                itsBackup);
    }

    /** What a check looks at. */
    public enum Subject {
        CATALOG,
        ROW_COUNTS,
        INDEXES,
        ASSERTION
    }

    /** What came of a check. */
    public enum Result {
        PASSED,
        FAILED,
        /** It was not made, so it says nothing. */
        NOT_DONE
    }

    /**
     * One check.
     *
     * @param sentence what was seen, with its numbers
     */
    public record Check(Subject subject, Result result, String sentence) {}

    /** Whether something was checked and nothing failed. */
    public boolean passed() {
        return checks.stream().anyMatch(check -> check.result() == Result.PASSED)
                && checks.stream().noneMatch(check -> check.result() == Result.FAILED);
    }
}
