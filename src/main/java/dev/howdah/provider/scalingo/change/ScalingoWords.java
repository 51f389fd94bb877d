package dev.howdah.provider.scalingo.change;

import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.service.MaintenanceWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Small values as texts, for an operation's memo and for titles. */
final class ScalingoWords {
    private ScalingoWords() {}

    static String written(BackupSchedule schedule) {
        return (schedule.on() ? "on" : "off")
                + (schedule.hoursUtc().isEmpty() ? "" : " " + schedule.hoursUtc().getFirst());
    }

    static BackupSchedule schedule(String text) {
        String[] parts = text.split(" ", -1);
        return new BackupSchedule(
                parts[0].equals("on"),
                parts.length > 1 ? List.of(Integer.valueOf(parts[1])) : List.of());
    }

    static String written(MaintenanceWindow window) {
        return window.dayUtc() + " " + window.hourUtc();
    }

    /** Its length is Scalingo's affair, and is not kept. */
    static MaintenanceWindow window(String text) {
        String[] parts = text.split(" ", -1);
        return new MaintenanceWindow(
                DayOfWeek.valueOf(parts[0]),
                Integer.parseInt(parts.length > 1 ? parts[1] : ""),
                Duration.ZERO);
    }

    static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
