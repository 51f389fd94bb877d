package dev.howdah.provider.backup;

import java.util.List;

/**
 * When a provider makes backups by itself, every day.
 *
 * @param hoursUtc 0 to 23; empty when it is off or the provider does not tell
 */
public record BackupSchedule(boolean on, List<Integer> hoursUtc) {

    public BackupSchedule {
        hoursUtc = List.copyOf(hoursUtc);
        if (hoursUtc.stream().anyMatch(hour -> hour < 0 || hour > 23)) {
            throw new IllegalArgumentException("an hour outside 0 to 23: " + hoursUtc);
        }
    }

    public static BackupSchedule dailyAt(int hourUtc) {
        return new BackupSchedule(true, List.of(hourUtc));
    }

    public static BackupSchedule off() {
        return new BackupSchedule(false, List.of());
    }
}
