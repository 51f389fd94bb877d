package dev.howdah.lab.archive;

import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.wal.WalArchive;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The time to which one can go back.
 *
 * @param earliest the end of the oldest backup; empty when there is no whole one
 * @param latest the end of the WAL; empty when there is no whole backup
 */
public record RecoverableTime(Optional<Instant> earliest, Optional<Instant> latest) {

    /**
     * @param whole oldest first
     */
    static RecoverableTime of(List<WholeBackup> whole, WalArchive wal) throws IOException {
        if (whole.isEmpty()) {
            return new RecoverableTime(Optional.empty(), Optional.empty());
        }
        BackupFacts last = whole.getLast().facts();
        Instant newest =
                wal.segments(last.segmentBytes()).entrySet().stream()
                        .filter(entry -> entry.getKey().number() > last.lastSegment().number())
                        .map(Map.Entry::getValue)
                        .max(Comparator.naturalOrder())
                        .orElse(last.endedAt());
        return new RecoverableTime(
                Optional.of(whole.getFirst().facts().endedAt()), Optional.of(newest));
    }

    /** The same with all until now, which a running server still hands over. */
    RecoverableTime upTo(Instant now) {
        return new RecoverableTime(earliest, earliest.map(_ -> now));
    }
}
