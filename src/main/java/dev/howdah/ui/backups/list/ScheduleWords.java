package dev.howdah.ui.backups.list;

import dev.howdah.core.Texts;
import dev.howdah.provider.backup.BackupSchedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When daily backups are made, in UTC and on the clocks here, and when they could be. */
final class ScheduleWords {
    private static final Texts TEXTS = Texts.of(ScheduleWords.class);

    private ScheduleWords() {}

    /** A schedule on offer. */
    record Choice(String words, BackupSchedule schedule) {}

    static String of(BackupSchedule schedule, ZoneId zone, Instant now) {
        if (!schedule.on()) {
            return TEXTS.text("schedule.off");
        }
        return switch (schedule.hoursUtc().size()) {
            case 0 -> TEXTS.text("schedule.untold");
            case 1 ->
                    TEXTS.text(
                            "schedule.daily",
                            HourWords.of(schedule.hoursUtc().getFirst(), zone, now));
            default ->
                    TEXTS.text(
                            "schedule.several",
                            schedule.hoursUtc().size(),
                            HourWords.of(schedule.hoursUtc().getFirst(), zone, now));
        };
    }

    static List<Choice> choices(ZoneId zone, Instant now) {
        List<Choice> choices = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            choices.add(new Choice(HourWords.of(hour, zone, now), BackupSchedule.dailyAt(hour)));
        }
        choices.add(new Choice(TEXTS.text("schedule.turnOff"), BackupSchedule.off()));
        return choices;
    }
}
