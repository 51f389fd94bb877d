package dev.howdah.ui.overview.tiles;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.ui.chart.TimeSeries;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/**
 * What a tile says at one moment.
 *
 * @param quantity with its unit; a dash when it is not known
 * @param note one short line under it; may be empty
 * @param explanation the tooltip: what exactly is measured, or why it is not known
 * @param severity by the rules that judge this number; OK when none objects
 */
record TileContent(
        Face face,
        String quantity,
        String note,
        String explanation,
        Course course,
        Severity severity) {
    private static final Texts TEXTS = Texts.of(TileContent.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    static final String UNKNOWN = "–";

    /** How far what is said can be trusted. */
    enum Face {
        WAITING,
        FRESH,
        /** The last attempt failed; what is said is older than it should be. */
        STALE,
        UNKNOWN
    }

    /**
     * The line in a tile.
     *
     * @param ceiling the value at the top; NaN means the largest shown
     */
    record Course(TimeSeries series, Instant from, Instant to, double floor, double ceiling) {
        static final Course NONE =
                new Course(TimeSeries.empty(), Instant.EPOCH, Instant.EPOCH, 0, Double.NaN);
    }

    static TileContent waiting() {
        return new TileContent(Face.WAITING, "", "", "", Course.NONE, Severity.OK);
    }

    static TileContent fresh(String quantity, String note, String explanation, Course course) {
        return new TileContent(Face.FRESH, quantity, note, explanation, course, Severity.OK);
    }

    /** It was read, and the answer is that there is no such number. */
    static TileContent none(String note, String explanation, Course course) {
        return fresh(UNKNOWN, note, explanation, course);
    }

    /** What there is to say about a reading, in each of its cases. */
    static <T> TileContent of(Reading<T> reading, ZoneId zone, Function<T, TileContent> say) {
        return switch (reading) {
            case Reading.Waiting<T> _ -> waiting();
            case Reading.Fresh<T>(T value, Instant _) -> say.apply(value);
            case Reading.Stale<T>(T value, Instant takenAt, Problem reason) ->
                    say.apply(value).stale(CLOCK.format(takenAt.atZone(zone)), reason);
            case Reading.Unavailable<T>(Problem reason) -> unknown(reason);
        };
    }

    private TileContent stale(String asOf, Problem reason) {
        return new TileContent(
                Face.STALE,
                quantity,
                TEXTS.text("tiles.stale", asOf),
                reason.sentence() + "\n" + explanation,
                course,
                severity);
    }

    private static TileContent unknown(Problem reason) {
        String explanation =
                reason.remedy().isEmpty()
                        ? reason.sentence()
                        : reason.sentence() + "\n" + reason.remedy();
        return new TileContent(
                Face.UNKNOWN,
                UNKNOWN,
                TEXTS.text(
                        switch (reason.kind()) {
                            case NOT_PERMITTED -> "tiles.notPermitted";
                            case NOT_SUPPORTED -> "tiles.notSupported";
                            default -> "tiles.noAnswer";
                        }),
                explanation,
                Course.NONE,
                Severity.UNKNOWN);
    }

    /** The same in the light of a judgement; what is not known stays unjudged. */
    TileContent judged(Severity judgement) {
        return face == Face.FRESH || face == Face.STALE
                ? new TileContent(face, quantity, note, explanation, course, judgement)
                : this;
    }
}
