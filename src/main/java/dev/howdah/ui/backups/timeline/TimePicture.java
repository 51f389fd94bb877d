package dev.howdah.ui.backups.timeline;

import dev.howdah.ui.chart.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link RestoreLine} draws.
 *
 * @param from the left edge
 * @param now the right edge
 * @param restorableFrom where going back becomes possible; empty when no window is known
 * @param restorableTo up to where; empty likewise
 * @param marks oldest first
 * @param writes rows written per second as this console saw it
 * @param picked empty when nothing is
 */
public record TimePicture(
        Instant from,
        Instant now,
        Optional<Instant> restorableFrom,
        Optional<Instant> restorableTo,
        List<TimeMark> marks,
        TimeSeries writes,
        Optional<Instant> picked) {

    public TimePicture {
        marks = List.copyOf(marks);
    }

    public static TimePicture empty(Instant now) {
        return new TimePicture(
                now.minusSeconds(3_600),
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                TimeSeries.empty(),
                Optional.empty());
    }
}
