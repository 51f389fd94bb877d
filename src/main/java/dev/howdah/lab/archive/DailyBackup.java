package dev.howdah.lab.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.file.AtomicFile;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.backup.BackupRecord.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When a base backup is made without being asked for.
 *
 * @param hourUtc 0 to 23
 */
public record DailyBackup(boolean on, int hourUtc) {
    /** As TechCorp's provider has it. */
    public static final DailyBackup USUAL = new DailyBackup(true, 3);

    private static final String OFF = "off";
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    public DailyBackup {
        if (hourUtc < 0 || hourUtc > 23) {
            throw new IllegalArgumentException("no hour of the day: " + hourUtc);
        }
    }

    /** As it was written; {@link #USUAL} when it never was, or by somebody else. */
    static DailyBackup in(Path file) throws IOException {
        String text = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        if (text.equals(OFF)) {
            return new DailyBackup(false, USUAL.hourUtc);
        }
        return text.matches("[01]?[0-9]|2[0-3]")
                ? new DailyBackup(true, Integer.parseInt(text))
                : USUAL;
    }

    void writeTo(Path file) throws IOException {
        AtomicFile.write(file, (on ? Integer.toString(hourUtc) : OFF).getBytes(UTF_8));
    }

    /**
     * Whether one is to be made now. A lab that was closed at the hour makes it up, and one without
     * any backup makes its first at once; one that failed is tried again after an hour.
     *
     * @param backups all there are
     */
    public boolean due(List<BackupRecord> backups, Instant now) {
        if (!on || backups.stream().anyMatch(each -> each.state() == State.RUNNING)) {
            return false;
        }
        boolean failedLately =
                backups.stream()
                        .anyMatch(each ->
                                each.kind() == BackupFacts.Kind.SCHEDULED
                                        && each.state() == State.FAILED
                                        && each.startedAt().plus(AFTER_FAILURE).isAfter(now));
        Instant hour = lastHour(now);
        boolean made =
                backups.stream()
                        .anyMatch(each ->
                                each.kind() == BackupFacts.Kind.SCHEDULED
                                        && each.state() == State.WHOLE
                                        && !each.startedAt().isBefore(hour));
        return !failedLately && !made;
    }

    private Instant lastHour(Instant now) {
        ZonedDateTime today =
                now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withHour(hourUtc);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
