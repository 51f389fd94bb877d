package dev.howdah.ui.overview.tiles;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.State;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import dev.howdah.pg.server.sizes.SizesSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import dev.howdah.ui.Names;
import dev.howdah.ui.overview.tiles.TileContent.Course;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tiles whose numbers nobody else keeps a history of: they remember their own course. */
final class StandingTiles {
    private static final Texts TEXTS = Texts.of(StandingTiles.class);
    private static final Duration RARELY = Duration.ofMinutes(12);
    private static final Duration DAY = Duration.ofDays(1);

    private final RecentValues sizes = new RecentValues(RARELY);
    private final RecentValues lags = new RecentValues(Duration.ofSeconds(20));
    private final RecentValues ages = new RecentValues(RARELY);
    private final RecentValues archiveAges = new RecentValues(Duration.ofSeconds(40));

    TileContent size(Reading<SizesSnapshot> reading, ZonedDateTime now) {
        fresh(reading, sizes, SizesSnapshot::totalBytes);
        return TileContent.of(
                reading,
                now.getZone(),
                known ->
                        TileContent.fresh(
                                Quantities.bytes((double) known.totalBytes()),
                                sizeNote(known),
                                TEXTS.text(
                                        "tiles.size.explanation",
                                        known.databases().size(),
                                        known.unmeasured()),
                                course(sizes, now, DAY, Double.NaN)));
    }

    private String sizeNote(SizesSnapshot known) {
        double grown = known.totalBytes() - sizes.first();
        if (Double.isNaN(grown) || grown == 0) {
            return TEXTS.text("tiles.size.databases", known.databases().size());
        }
        return TEXTS.text("tiles.size.grown", (grown > 0 ? "+" : "") + Quantities.bytes(grown));
    }

    TileContent replicaLag(Reading<ReplicationSnapshot> reading, ZonedDateTime now) {
        fresh(reading, lags, known -> lagSeconds(known).orElse(Double.NaN));
        return TileContent.of(
                reading,
                now.getZone(),
                known -> {
                    Course course = course(lags, now, VitalsTiles.WINDOW, Double.NaN);
                    return known.receiver()
                            .map(receiver -> standbysOwnLag(receiver, course))
                            .orElseGet(() -> lagOfStandbys(known, course));
                });
    }

    private static OptionalDouble lagSeconds(ReplicationSnapshot known) {
        Optional<Duration> lag =
                known.receiver().isPresent()
                        ? known.receiver().flatMap(Receiver::replayLag)
                        : worstLag(known);
        return lag.map(found -> OptionalDouble.of(found.toMillis() / 1e3))
                .orElseGet(OptionalDouble::empty);
    }

    private static Optional<Duration> worstLag(ReplicationSnapshot known) {
        return known.standbys().stream()
                .flatMap(standby -> standby.replayLag().stream())
                .max(Comparator.naturalOrder());
    }

    private static TileContent standbysOwnLag(Receiver receiver, Course course) {
        String explanation = TEXTS.text("tiles.replicaLag.explanation.standby");
        String note =
                TEXTS.text(receiver.paused() ? "tiles.replicaLag.paused" : "tiles.replicaLag.own");
        return receiver.replayLag()
                .map(lag -> TileContent.fresh(Quantities.duration(lag), note, explanation, course))
                .orElseGet(() -> TileContent.none(note, explanation, course));
    }

    private static TileContent lagOfStandbys(ReplicationSnapshot known, Course course) {
        String explanation = TEXTS.text("tiles.replicaLag.explanation");
        int count = known.standbys().size();
        if (count == 0) {
            return TileContent.none(TEXTS.text("tiles.replicaLag.none"), explanation, course);
        }
        if (known.hidesStandbys()) {
            return TileContent.none(
                    TEXTS.text("tiles.notPermitted"), TEXTS.text("tiles.replicaLag.grant"), course);
        }
        String note = TEXTS.text("tiles.replicaLag.standbys", count);
        // The server reports no time when nothing was written lately; bytes are always known.
        String quantity =
                worstLag(known)
                        .map(Quantities::duration)
                        .orElseGet(() -> Quantities.bytes((double) mostBytesBehind(known)));
        return TileContent.fresh(quantity, note, explanation, course);
    }

    private static long mostBytesBehind(ReplicationSnapshot known) {
        return known.standbys().stream()
                .map(StandbyRow::bytesBehind)
                .mapToLong(behind -> behind.orElse(0))
                .max()
                .orElse(0);
    }

    TileContent wraparound(Reading<WraparoundSnapshot> reading, ZonedDateTime now) {
        fresh(reading, ages, known -> oldest(known).map(StandingTiles::sharePct).orElse(0.0));
        return TileContent.of(
                reading,
                now.getZone(),
                known ->
                        oldest(known)
                                .map(database ->
                                        TileContent.fresh(
                                                Quantities.percent(tenths(sharePct(database))),
                                                TEXTS.text(
                                                        "tiles.wraparound.oldest",
                                                        Names.visible(database.name())),
                                                TEXTS.text(
                                                        "tiles.wraparound.explanation",
                                                        Quantities.shortCount(
                                                                (double) database.xidAge()),
                                                        Names.visible(database.name()),
                                                        Quantities.shortCount(
                                                                (double) known.freezeMaxAge())),
                                                course(ages, now, DAY, 100)))
                                .orElseGet(() -> TileContent.none("", "", Course.NONE)));
    }

    private static Optional<DatabaseAgeRow> oldest(WraparoundSnapshot known) {
        return known.databases().stream().max(Comparator.comparingLong(DatabaseAgeRow::xidAge));
    }

    private static double sharePct(DatabaseAgeRow database) {
        return 100.0 * database.xidAge() / WraparoundSnapshot.LIMIT;
    }

    private static double tenths(double pct) {
        return Math.rint(pct * 10) / 10;
    }

    TileContent archive(Reading<ArchiveSnapshot> reading, ZonedDateTime now) {
        fresh(
                reading,
                archiveAges,
                known -> known.sinceArchived().map(age -> age.toMillis() / 1e3).orElse(Double.NaN));
        return TileContent.of(
                reading,
                now.getZone(),
                known -> {
                    Course course = course(archiveAges, now, VitalsTiles.WINDOW, Double.NaN);
                    String explanation = TEXTS.text("tiles.archive.explanation");
                    if (known.state() == State.OFF || known.state() == State.LEFT_TO_PRIMARY) {
                        return TileContent.none(
                                TEXTS.text("tiles.archive.off"), explanation, Course.NONE);
                    }
                    String note = archiveNote(known);
                    return known.sinceArchived()
                            .map(age ->
                                    TileContent.fresh(
                                            Quantities.duration(age), note, explanation, course))
                            .orElseGet(() ->
                                    TileContent.none(
                                            known.state() == State.FAILING
                                                    ? note
                                                    : TEXTS.text("tiles.archive.never"),
                                            explanation,
                                            course));
                });
    }

    private static String archiveNote(ArchiveSnapshot known) {
        if (known.state() == State.FAILING) {
            return TEXTS.text("tiles.archive.fails");
        }
        return known.unarchivedBytes().isPresent()
                ? TEXTS.text(
                        "tiles.archive.behind",
                        Quantities.bytes((double) known.unarchivedBytes().getAsLong()))
                : TEXTS.text("tiles.archive.works");
    }

    private interface Measure<T> {
        double of(T value);
    }

    private static <T> void fresh(Reading<T> reading, RecentValues into, Measure<T> measure) {
        if (reading instanceof Reading.Fresh<T>(T value, Instant takenAt)) {
            into.add(takenAt, measure.of(value));
        }
    }

    /** As much of the window as there is, so that a young line is not squeezed into a corner. */
    private static Course course(
            RecentValues values, ZonedDateTime moment, Duration window, double ceiling) {
        Instant now = moment.toInstant();
        Instant from = now.minus(window);
        Instant begin =
                values.firstAt().isAfter(from) && window.equals(DAY) ? values.firstAt() : from;
        return new Course(values.series(), begin.isBefore(now) ? begin : from, now, 0, ceiling);
    }
}
