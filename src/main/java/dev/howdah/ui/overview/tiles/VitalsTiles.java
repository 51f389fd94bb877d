package dev.howdah.ui.overview.tiles;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsTrend;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.chart.TimeSeries;
import dev.howdah.ui.overview.tiles.TileContent.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The tiles whose numbers come from the history of a session.
 *
 * @param reading the newest counters
 * @param samples of the last hour, oldest first
 * @param now the right end of every line, in the person's zone
 */
public record VitalsTiles(
        Reading<VitalsSnapshot> reading, List<VitalsSample> samples, ZonedDateTime now) {
    private static final Texts TEXTS = Texts.of(VitalsTiles.class);

    /** How far back a tile's line goes. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** A sample comes every 2 s; a pause longer than this is a gap. */
    static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    TileContent connections() {
        return TileContent.of(
                reading,
                now.getZone(),
                vitals ->
                        TileContent.fresh(
                                TEXTS.text(
                                        "tiles.connections.of",
                                        Quantities.count(vitals.sessions()),
                                        Quantities.count(vitals.usableConnections())),
                                connectionsNote(vitals),
                                TEXTS.text(
                                        "tiles.connections.explanation",
                                        vitals.reservedConnections()),
                                course(
                                        VitalsSample::sessions,
                                        0,
                                        Math.max(1, vitals.usableConnections()))));
    }

    private static String connectionsNote(VitalsSnapshot vitals) {
        return vitals.seesEverySession()
                ? TEXTS.text("tiles.connections.inTransaction", vitals.inTransaction())
                : "";
    }

    TileContent transactions() {
        return rate(
                VitalsSample::transactionsPerSecond,
                sample ->
                        TEXTS.text(
                                "tiles.transactions.rollbacks",
                                Quantities.perSecond(sample.rollbacksPerSecond())),
                Quantities::perSecond,
                "tiles.transactions.explanation");
    }

    TileContent wal() {
        return rate(
                VitalsSample::walBytesPerSecond,
                _ ->
                        TEXTS.text(
                                reading.content().map(VitalsSnapshot::inRecovery).orElse(false)
                                        ? "tiles.wal.replayed"
                                        : "tiles.wal.written"),
                bytes -> Quantities.bytes(bytes) + "/s",
                "tiles.wal.explanation");
    }

    /** Says what the newest sample says; the first one has no rates yet. */
    private TileContent rate(
            ToDoubleFunction<VitalsSample> value,
            Function<VitalsSample, String> note,
            DoubleFunction<String> text,
            String explanationKey) {
        return TileContent.of(
                reading,
                now.getZone(),
                _ ->
                        newest(value)
                                .map(sample ->
                                        TileContent.fresh(
                                                text.apply(value.applyAsDouble(sample)),
                                                note.apply(sample),
                                                TEXTS.text(explanationKey),
                                                course(value, 0, Double.NaN)))
                                .orElseGet(TileContent::waiting));
    }

    /** While reading fails, the newest sample is a gap, and the last known number is shown. */
    private Optional<VitalsSample> newest(ToDoubleFunction<VitalsSample> value) {
        boolean fails = reading.problem().isPresent();
        for (VitalsSample sample : samples.reversed()) {
            if (!Double.isNaN(value.applyAsDouble(sample))) {
                return Optional.of(sample);
            }
            if (!fails) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Over the last minutes, because two seconds may pass without a block being touched. */
    TileContent cacheHit(Reading<VitalsTrend> trend) {
        return TileContent.of(
                trend,
                now.getZone(),
                known -> {
                    VitalsInterval lately = known.lately();
                    Course course = course(VitalsSample::cacheHitPct, cacheFloor(), 100);
                    String note =
                            TEXTS.text(
                                    "tiles.cacheHit.over", Quantities.duration(lately.elapsed()));
                    String explanation = TEXTS.text("tiles.cacheHit.explanation");
                    return lately.cacheHitPct().isPresent()
                            ? TileContent.fresh(
                                    Quantities.percent(lately.cacheHitPct().getAsDouble()),
                                    note,
                                    explanation,
                                    course)
                            : TileContent.none(
                                    TEXTS.text("tiles.cacheHit.none"), explanation, course);
                });
    }

    /** Half of what was missing at worst, so that the line moves where it matters. */
    private double cacheFloor() {
        double worst =
                samples.stream()
                        .mapToDouble(VitalsSample::cacheHitPct)
                        .filter(pct -> !Double.isNaN(pct))
                        .min()
                        .orElse(100);
        return Math.min(99, Math.floor(worst));
    }

    /**
     * @param who the oldest transaction's application or user; empty when not known
     */
    TileContent longestTransaction(String who) {
        return TileContent.of(
                reading,
                now.getZone(),
                vitals -> {
                    Course course = course(VitalsSample::longestTransactionSeconds, 0, Double.NaN);
                    String explanation = TEXTS.text("tiles.longestTransaction.explanation");
                    if (!vitals.seesEverySession()) {
                        return TileContent.none(
                                TEXTS.text("tiles.longestTransaction.unseen"),
                                TEXTS.text("tiles.longestTransaction.grant"),
                                course);
                    }
                    return vitals.longestTransactionStart()
                            .map(start -> Duration.between(start, vitals.serverTime()))
                            .map(age ->
                                    TileContent.fresh(
                                            Quantities.duration(age), who, explanation, course))
                            .orElseGet(() ->
                                    TileContent.none(
                                            TEXTS.text("tiles.longestTransaction.none"),
                                            explanation,
                                            course));
                });
    }

    TileContent deadlocks(Reading<VitalsTrend> trend) {
        return TileContent.of(
                trend,
                now.getZone(),
                known ->
                        TileContent.fresh(
                                Quantities.count(known.lastHour().deadlocks()),
                                TEXTS.text(
                                        "tiles.deadlocks.over",
                                        Quantities.duration(known.lastHour().elapsed())),
                                TEXTS.text("tiles.deadlocks.explanation"),
                                course(VitalsSample::deadlocks, 0, Double.NaN)));
    }

    private Course course(ToDoubleFunction<VitalsSample> value, double floor, double ceiling) {
        Instant to = now.toInstant();
        TimeSeries series = TimeSeries.of(samples, VitalsSample::at, value, LONGEST_STEP);
        return new Course(series, to.minus(WINDOW), to, floor, ceiling);
    }
}
