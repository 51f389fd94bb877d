package dev.howdah.ui.settings.plan;

import dev.howdah.core.Reading;
import dev.howdah.health.plan.PlanLoad;
import dev.howdah.health.plan.PlanLoad.Peak;
import dev.howdah.history.DayPeaks;
import dev.howdah.pg.server.sizes.SizesSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.provider.service.Metric;
import dev.howdah.session.LoadPeaks;
import dev.howdah.session.VitalsHistory;
import dev.howdah.session.VitalsSample;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a server has needed lately, put together from what its own statistics and its provider say,
 * and from what was kept of the days before. Only what was read without trouble the last time
 * counts as a present figure.
 */
final class MeasuredLoad {
    private static final Duration DAY = Duration.ofDays(1);

    private final VitalsHistory vitals;
    private final LoadPeaks peaks;
    private Reading<SizesSnapshot> sizes = Reading.waiting();
    private Reading<List<Metric>> metrics = Reading.waiting();

    MeasuredLoad(VitalsHistory vitals, LoadPeaks peaks) {
        this.vitals = vitals;
        this.peaks = peaks;
    }

    void takeSizes(Reading<SizesSnapshot> reading) {
        sizes = reading;
    }

    void takeMetrics(Reading<List<Metric>> reading) {
        metrics = reading;
    }

    PlanLoad load() {
        Optional<Peak> disk = metric(Metric.Kind.DISK, DayPeaks::diskBytes);
        return new PlanLoad(
                connections(),
                reserved(),
                disk.or(this::data),
                disk.isEmpty(),
                metric(Metric.Kind.MEMORY, DayPeaks::memoryBytes));
    }

    private Optional<Peak> connections() {
        return fresh(vitals.reading())
                .map(now -> {
                    List<VitalsSample> samples = vitals.samples();
                    double highest =
                            samples.stream()
                                    .mapToDouble(VitalsSample::sessions)
                                    .filter(Double::isFinite)
                                    .max()
                                    .orElse(0);
                    return new Peak(
                            now.sessions(),
                            Math.max(now.sessions(), (long) highest),
                            samples.stream().map(VitalsSample::at).findFirst());
                })
                .map(peak -> withKept(peak, DayPeaks::connections));
    }

    private OptionalInt reserved() {
        return fresh(vitals.reading()).stream()
                .mapToInt(VitalsSnapshot::reservedConnections)
                .findFirst();
    }

    /** A sum without one that could not be measured would be too small. */
    private Optional<Peak> data() {
        return fresh(sizes)
                .filter(all -> all.unmeasured() == 0)
                .map(all -> new Peak(all.totalBytes(), all.totalBytes(), Optional.empty()))
                .map(peak -> withKept(peak, DayPeaks::dataBytes));
    }

    /** Of the node that needs most. */
    private Optional<Peak> metric(Metric.Kind kind, Function<DayPeaks, OptionalLong> figure) {
        List<Metric> ours =
                fresh(metrics).stream()
                        .flatMap(List::stream)
                        .filter(each -> each.kind() == kind)
                        .toList();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        double now = ours.stream().mapToDouble(Metric::current).max().orElse(0);
        double highest =
                ours.stream()
                        .mapToDouble(each -> each.highest().orElse(each.current()))
                        .max()
                        .orElse(0);
        return Optional.of(
                withKept(
                        new Peak((long) now, (long) Math.max(now, highest), Optional.empty()),
                        figure));
    }

    /** With the days before; today alone is told by the hour. */
    private Peak withKept(Peak lately, Function<DayPeaks, OptionalLong> figure) {
        Optional<LoadPeaks.Highest> kept = peaks.highest(figure);
        if (kept.isEmpty()) {
            return lately;
        }
        Instant day = kept.get().since().atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean isEarlier =
                kept.get().highest() > lately.highest()
                        || lately.since().map(day.plus(DAY)::isBefore).orElse(true);
        return new Peak(
                lately.now(),
                Math.max(lately.highest(), kept.get().highest()),
                isEarlier ? Optional.of(day) : lately.since());
    }

    private static <T> Optional<T> fresh(Reading<T> reading) {
        return reading instanceof Reading.Fresh<T>(T value, var _)
                ? Optional.of(value)
                : Optional.empty();
    }
}
