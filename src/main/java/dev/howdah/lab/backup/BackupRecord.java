package dev.howdah.lab.backup;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line in the list of base backups.
 *
 * @param startedAt by this machine's clock
 * @param endedAt empty while it runs
 * @param bytes empty unless it is whole
 * @param failure a full sentence; empty unless it failed
 */
public record BackupRecord(
        String id,
        BackupFacts.Kind kind,
        State state,
        Instant startedAt,
        Optional<Instant> endedAt,
        OptionalLong bytes,
        Optional<String> failure) {

    /** How far it is. */
    public enum State {
        RUNNING,
        WHOLE,
        FAILED
    }

    static BackupRecord of(WholeBackup backup) {
        BackupFacts facts = backup.facts();
        return new BackupRecord(
                facts.id(),
                facts.kind(),
                State.WHOLE,
                facts.startedAt(),
                Optional.of(facts.endedAt()),
                OptionalLong.of(backup.bytes()),
                Optional.empty());
    }
}
