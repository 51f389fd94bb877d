package dev.howdah.ui.backups.timeline;

import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.Environment;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.session.VitalsSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** What a provider tells about the backups of a server, and what was seen and done meanwhile. */
public final class SomeHostedBackups {
    public static final Instant NOW = Instant.parse("2026-11-21T13:03:40Z");

    private SomeHostedBackups() {}

    public static BackupEntry backup(
            String id, Instant at, BackupEntry.State state, BackupEntry.Kind kind) {
        boolean done = state == BackupEntry.State.DONE;
        return new BackupEntry(
                id,
                id + "_shop",
                at,
                Optional.empty(),
                Optional.empty(),
                state,
                kind,
                BackupEntry.Form.DUMP_IN_TAR_GZ,
                done ? OptionalLong.of(1_900_000_000L) : OptionalLong.empty(),
                Optional.empty());
    }

    /** Two weeks of daily backups, one of them failed, and one on demand that is being made. */
    public static BackupList list() {
        List<BackupEntry> entries = new ArrayList<>();
        entries.add(
                backup(
                        "b99",
                        NOW.minus(Duration.ofMinutes(2)),
                        BackupEntry.State.RUNNING,
                        BackupEntry.Kind.ON_DEMAND));
        for (int day = 0; day < 14; day++) {
            entries.add(
                    backup(
                            "b" + day,
                            Instant.parse("2026-11-21T03:00:00Z").minus(Duration.ofDays(day)),
                            day == 5 ? BackupEntry.State.FAILED : BackupEntry.State.DONE,
                            BackupEntry.Kind.SCHEDULED));
        }
        return new BackupList(
                entries,
                OptionalInt.of(10),
                "Daily backups are kept for 14 days, of those on demand the last 10.");
    }

    public static RecoveryWindow window() {
        return new RecoveryWindow(
                Optional.of(Instant.parse("2026-11-08T03:00:00Z")),
                Optional.of(NOW.minus(Duration.ofMinutes(2))),
                "The database is stopped, and what was written since is gone.");
    }

    public static List<ServiceEvent> events() {
        return List.of(
                event("2026-11-18T09:12:00Z", "The plan was changed to Business 4096."),
                event("2026-11-12T22:40:00Z", "The service was maintained."));
    }

    private static ServiceEvent event(String at, String sentence) {
        return new ServiceEvent(
                at, Instant.parse(at), "x", "ann", ServiceEvent.Weight.NOTABLE, sentence);
    }

    public static List<ChangeLog.Entry> changes() {
        return List.of(
                change("2026-11-21T12:20:00Z", "Terminate 3 sessions"),
                change("2026-11-15T15:00:00Z", "Create user analyst01"));
    }

    private static ChangeLog.Entry change(String at, String title) {
        return new ChangeLog.Entry(
                UUID.randomUUID(),
                Instant.parse(at),
                "orders-prod",
                Environment.PRODUCTION,
                title,
                "",
                ChangeLog.Status.DONE,
                "",
                List.of(),
                ChangeLog.Particulars.NONE);
    }

    /** An hour in which somebody deletes a lot at 12:58. */
    public static List<VitalsSample> samples() {
        List<VitalsSample> samples = new ArrayList<>();
        for (int i = 0; i < 1_800; i++) {
            Instant at = NOW.minusSeconds(2L * (1_800 - i));
            boolean bad = Math.abs(Duration.between(at, NOW).toSeconds() - 340) < 12;
            double rate = bad ? 1_204 : 90 + 40 * Math.sin(i / 40.0);
            samples.add(new VitalsSample(at, 40, 4, 148, 0, 5_000, rate, 99, 10, 0, 100_000, 0, 1));
        }
        return samples;
    }

    public static ServiceFacts facts() {
        return new ServiceFacts(
                "ad-1",
                "shop",
                Optional.of("osc-fr1"),
                ServiceState.RUNNING,
                "running",
                "business-4096",
                "16.13.0-2",
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.of(BackupSchedule.dailyAt(3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
