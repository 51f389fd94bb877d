package dev.howdah.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peaks of days are kept for a month, each figure as high as anybody saw it. */
class DailyPeaksTest {
    private static final UUID ORDERS = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir Path folder;

    private static DayPeaks peaks(LocalDate day, long connections, OptionalLong diskBytes) {
        return new DayPeaks(
                day,
                OptionalLong.of(connections),
                diskBytes,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    @Test
    void keepsTheHighestOfEachDayForThirtyDays() throws Exception {
        DailyPeaks store = new DailyPeaks(folder);
        assertEquals(List.of(), store.of(ORDERS));
        store.add(ORDERS, peaks(DAY.minusDays(30), 90, OptionalLong.empty()));
        store.add(ORDERS, peaks(DAY.minusDays(29), 80, OptionalLong.empty()));
        store.add(ORDERS, peaks(DAY, 12, OptionalLong.of(5_000)));
        new DailyPeaks(folder).add(ORDERS, peaks(DAY, 60, OptionalLong.empty()));
        store.add(ORDERS, peaks(DAY, 7, OptionalLong.of(4_000)));
        store.add(new UUID(1, 2), peaks(DAY, 99, OptionalLong.empty()));

        assertEquals(
                List.of(
                        peaks(DAY.minusDays(29), 80, OptionalLong.empty()),
                        peaks(DAY, 60, OptionalLong.of(5_000))),
                new DailyPeaks(folder).of(ORDERS));
    }

    @Test
    void readsWhatIsWholeOfADamagedFile() throws Exception {
        DailyPeaks store = new DailyPeaks(folder);
        store.add(ORDERS, peaks(DAY, 12, OptionalLong.empty()));
        Files.writeString(
                folder.resolve("peaks").resolve(ORDERS + ".jsonl"),
                "{\"day\":\"2026-11-22\",\"conn",
                StandardOpenOption.APPEND);

        assertEquals(List.of(peaks(DAY, 12, OptionalLong.empty())), store.of(ORDERS));
        store.add(ORDERS, peaks(DAY, 13, OptionalLong.empty()));
        assertEquals(List.of(peaks(DAY, 13, OptionalLong.empty())), store.of(ORDERS));
    }
}
