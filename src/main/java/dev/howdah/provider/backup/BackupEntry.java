package dev.howdah.provider.backup;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One backup that a provider has or is making.
 *
 * @param endedAt empty while it is made, or when not told
 * @param sizeBytes empty while it is made, or when not told
 * @param expiresAt when the provider will throw it away; empty when not told
 * @param failure why it failed, a full sentence; empty when it did not, or when not told
 */
public record BackupEntry(
        String id,
        String name,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        State state,
        Kind kind,
        Form form,
        OptionalLong sizeBytes,
        Optional<Instant> expiresAt,
        Optional<String> failure) {

    /** Of a provider that does not tell why one failed. */
    public BackupEntry(
            String id,
            String name,
            Instant createdAt,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            State state,
            Kind kind,
            Form form,
            OptionalLong sizeBytes,
            Optional<Instant> expiresAt) {
        this(
                id,
                name,
                createdAt,
                startedAt,
                endedAt,
                state,
                kind,
                form,
                sizeBytes,
                expiresAt,
                Optional.empty());
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /** A word of the provider that we do not know; never taken for done. */
        UNKNOWN
    }

    /** Who asked for it. */
    public enum Kind {
        SCHEDULED,
        ON_DEMAND,
        /** Made before the service was deleted. */
        FINAL
    }

    /** What it is made of. */
    public enum Form {
        /** A dump in a tar.gz, for pg_restore after unpacking. */
        DUMP_IN_TAR_GZ,
        /** A copy of the data directory. */
        BASE_BACKUP,
        /** Something only the provider can restore. */
        SNAPSHOT
    }
}
