package dev.howdah.ui.backups.timeline;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.Lines;
import dev.howdah.ui.chart.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts all that is known about the past of a server onto one line of time. */
public final class TimePictures {
    private static final Texts TEXTS = Texts.of(TimePictures.class);
    private static final Duration LEAST = Duration.ofHours(1);

    /** A longer pause between samples is a hole in the drawing. */
    private static final Duration HOLE = Duration.ofSeconds(10);

    /** Fewer rows a second are no event. */
    private static final double PEAK_FROM = 10;

    private static final int MOST_MARKS = 400;

    /** What is known; each part is empty when it isn't. */
    public record Known(
            Optional<BackupList> backups,
            Optional<RecoveryWindow> window,
            List<ServiceEvent> events,
            List<ChangeLog.Entry> changes,
            List<VitalsSample> samples) {
        static final Known NOTHING =
                new Known(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }

    private TimePictures() {}

    public static TimePicture of(
            Known known, TimeSpan span, Instant now, Optional<Instant> picked) {
        List<TimeMark> marks = new ArrayList<>();
        known.backups().ifPresent(list -> list.entries().forEach(each -> add(each, marks)));
        known.events().forEach(each -> add(each, marks));
        known.changes().forEach(each -> add(each, marks));
        Instant from = span.length().map(now::minus).orElseGet(() -> start(known, marks, now));
        peak(known.samples(), from).ifPresent(marks::add);
        List<TimeMark> seen =
                marks.stream()
                        .filter(mark -> !mark.at().isBefore(from) && !mark.at().isAfter(now))
                        .sorted(Comparator.comparing(TimeMark::at).reversed())
                        .limit(MOST_MARKS)
                        .sorted(Comparator.comparing(TimeMark::at))
                        .toList();
        return new TimePicture(
                from,
                now,
                known.window().flatMap(RecoveryWindow::earliest),
                known.window()
                        .filter(window -> window.earliest().isPresent())
                        .map(window -> window.latest().orElse(now)),
                seen,
                TimeSeries.of(
                        known.samples(),
                        VitalsSample::at,
                        VitalsSample::rowsWrittenPerSecond,
                        HOLE),
                picked);
    }

    /** As far back as one can go, or as anything is known. */
    private static Instant start(Known known, List<TimeMark> marks, Instant now) {
        Optional<Instant> window = known.window().flatMap(RecoveryWindow::earliest);
        Optional<Instant> backup =
                marks.stream()
                        .filter(mark -> mark.kind() == TimeMark.Kind.BACKUP)
                        .map(TimeMark::at)
                        .min(Comparator.naturalOrder());
        Instant first =
                window.or(() -> backup)
                        .or(() -> marks.stream().map(TimeMark::at).min(Comparator.naturalOrder()))
                        .orElse(now);
        Duration length = Duration.between(first, now);
        return now.minus(length.compareTo(LEAST) < 0 ? LEAST : length.plus(length.dividedBy(40)));
    }

    private static void add(BackupEntry backup, List<TimeMark> marks) {
        switch (backup.state()) {
            case DONE ->
                    marks.add(
                            new TimeMark(
                                    TimeMark.Kind.BACKUP,
                                    backup.createdAt(),
                                    TEXTS.text("mark.backup." + backup.kind())));
            case FAILED ->
                    marks.add(
                            new TimeMark(
                                    TimeMark.Kind.FAILED_BACKUP,
                                    backup.createdAt(),
                                    TEXTS.text("mark.backupFailed")));
            case WAITING, RUNNING, UNKNOWN -> {
                // there is nothing yet that one could go back to
            }
        }
    }

    private static void add(ServiceEvent event, List<TimeMark> marks) {
        if (event.weight() != ServiceEvent.Weight.ROUTINE) {
            marks.add(
                    new TimeMark(
                            TimeMark.Kind.EVENT, event.at(), Lines.one(event.sentence(), 120)));
        }
    }

    /** What took effect, or may have. */
    private static void add(ChangeLog.Entry entry, List<TimeMark> marks) {
        switch (entry.status()) {
            case DONE, PARTLY, UNKNOWN ->
                    marks.add(
                            new TimeMark(
                                    TimeMark.Kind.CHANGE,
                                    entry.at(),
                                    TEXTS.text("mark.change", Lines.one(entry.title(), 120))));
            case STARTED, FAILED, REFUSED -> {
                // nothing happened, or its end follows
            }
        }
    }

    private static Optional<TimeMark> peak(List<VitalsSample> samples, Instant from) {
        return samples.stream()
                .filter(sample -> !sample.at().isBefore(from))
                .filter(sample -> sample.rowsWrittenPerSecond() >= PEAK_FROM)
                .max(Comparator.comparing(VitalsSample::rowsWrittenPerSecond))
                .map(sample ->
                        new TimeMark(
                                TimeMark.Kind.PEAK,
                                sample.at(),
                                TEXTS.text(
                                        "mark.peak",
                                        Quantities.shortCount(sample.rowsWrittenPerSecond()))));
    }
}
