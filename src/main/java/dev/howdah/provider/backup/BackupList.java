package dev.howdah.provider.backup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The backups of a service and how long they are kept.
 *
 * @param entries newest first
 * @param onDemandKept with one more the oldest on-demand backup is thrown away; empty when not
 *     known or without limit
 * @param retention the provider's rule in a full sentence
 */
public record BackupList(List<BackupEntry> entries, OptionalInt onDemandKept, String retention) {

    public BackupList {
        entries = List.copyOf(entries);
    }

    /** Those that count against {@link #onDemandKept}, newest first. */
    public List<BackupEntry> onDemand() {
        return entries.stream()
                .filter(entry -> entry.kind() == BackupEntry.Kind.ON_DEMAND)
                .filter(entry -> entry.state() != BackupEntry.State.FAILED)
                .toList();
    }

    /**
     * With which backup a restore to this moment begins: the newest that was done by then and that
     * WAL can go on from; empty when there is none.
     */
    public Optional<BackupEntry> begunWith(Instant moment) {
        return entries.stream()
                .filter(entry -> entry.state() == BackupEntry.State.DONE)
                .filter(entry -> entry.form() != BackupEntry.Form.DUMP_IN_TAR_GZ)
                .filter(entry -> !entry.endedAt().orElse(entry.createdAt()).isAfter(moment))
                .max(Comparator.comparing(entry -> entry.endedAt().orElse(entry.createdAt())));
    }

    /** Whether the next on-demand backup costs the oldest. */
    public boolean full() {
        return onDemandKept.isPresent() && onDemand().size() >= onDemandKept.getAsInt();
    }
}
