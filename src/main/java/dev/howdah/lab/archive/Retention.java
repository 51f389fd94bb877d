package dev.howdah.lab.archive;

import dev.howdah.lab.backup.WholeBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * For how long one can go back.
 *
 * @param kept zero when nothing is kept at all
 */
public record Retention(Duration kept) {

    public Retention {
        if (kept.isNegative()) {
            throw new IllegalArgumentException("no time to keep backups for: " + kept);
        }
    }

    public static Retention ofDays(int days) {
        return new Retention(Duration.ofDays(days));
    }

    public boolean keepsNothing() {
        return kept.isZero();
    }

    /**
     * The backups that are needed no more. The newest of those that are too old stays: with it one
     * reaches the first moments of the time that is kept.
     *
     * @param whole oldest first
     */
    public List<WholeBackup> expired(List<WholeBackup> whole, Instant now) {
        if (keepsNothing()) {
            return whole;
        }
        Instant since = now.minus(kept);
        List<WholeBackup> old =
                whole.stream().filter(backup -> backup.facts().endedAt().isBefore(since)).toList();
        return old.subList(0, Math.max(0, old.size() - 1));
    }
}
