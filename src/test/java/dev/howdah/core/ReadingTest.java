package dev.howdah.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Answer.Failed;
import dev.howdah.core.Answer.Got;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.Reading.Fresh;
import dev.howdah.core.Reading.Stale;
import dev.howdah.core.Reading.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a panel knows after each attempt. */
class ReadingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(2);
    private static final Problem SLOW = Problem.of(Kind.TIMED_OUT, "It took too long.", "");
    private static final Problem GONE = Problem.of(Kind.UNREACHABLE, "It is gone.", "");

    @Test
    void contentOutlivesFailuresWithItsOwnTime() {
        assertEquals(
                List.of(
                        Reading.waiting(),
                        new Unavailable<>(GONE),
                        new Unavailable<>(SLOW),
                        new Fresh<>("first", NOON),
                        new Stale<>("first", NOON, SLOW),
                        new Stale<>("first", NOON, GONE),
                        new Fresh<>("second", LATER)),
                after(
                        new Failed<>(GONE),
                        new Failed<>(SLOW),
                        new Got<>("first", NOON),
                        new Failed<>(SLOW),
                        new Failed<>(GONE),
                        new Got<>("second", LATER)));
    }

    @Test
    void everyFaceSaysWhatItHasAndWhatIsWrong() {
        assertEquals(Optional.empty(), Reading.waiting().content());
        assertEquals(Optional.empty(), Reading.waiting().problem());
        assertEquals(Optional.of("a"), new Fresh<>("a", NOON).content());
        assertEquals(Optional.empty(), new Fresh<>("a", NOON).problem());
        assertEquals(Optional.of("a"), new Stale<>("a", NOON, SLOW).content());
        assertEquals(Optional.of(SLOW), new Stale<>("a", NOON, SLOW).problem());
        assertEquals(Optional.empty(), new Unavailable<>(GONE).content());
        assertEquals(Optional.of(GONE), new Unavailable<>(GONE).problem());
    }

    @SafeVarargs
    private static List<Reading<String>> after(Answer<String>... answers) {
        List<Reading<String>> readings = new ArrayList<>();
        Reading<String> reading = Reading.waiting();
        readings.add(reading);
        for (Answer<String> answer : answers) {
            reading = reading.after(answer);
            readings.add(reading);
        }
        return readings;
    }
}
