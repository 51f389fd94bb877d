package dev.howdah.ui.backups.timeline;

import static dev.howdah.ui.backups.timeline.SomeHostedBackups.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is known about the past of a server, on one line of time. */
class TimePicturesTest {
    @Test
    void drawsBackupsEventsChangesAndThePeakOnOneLine() {
        assertEquals(
                Map.of(
                        TimeMark.Kind.BACKUP, 13L,
                        TimeMark.Kind.FAILED_BACKUP, 1L,
                        TimeMark.Kind.EVENT, 2L,
                        TimeMark.Kind.CHANGE, 2L,
                        TimeMark.Kind.PEAK, 1L),
                picture(TimeSpan.ALL).marks().stream()
                        .collect(Collectors.groupingBy(TimeMark::kind, Collectors.counting())));

        assertEquals(
                List.of("from here: Terminate 3 sessions", "1,204 rows written per second"),
                picture(TimeSpan.HOUR).marks().stream().map(TimeMark::words).toList());
        assertEquals(NOW.minusSeconds(3_600), picture(TimeSpan.HOUR).from());
    }

    private static TimePicture picture(TimeSpan span) {
        TimePictures.Known known =
                new TimePictures.Known(
                        Optional.of(SomeHostedBackups.list()),
                        Optional.of(SomeHostedBackups.window()),
                        SomeHostedBackups.events(),
                        SomeHostedBackups.changes(),
                        SomeHostedBackups.samples());
        return TimePictures.of(known, span, NOW, Optional.empty());
    }
}
