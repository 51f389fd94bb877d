package dev.howdah.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void keepsNoMoreOfAForeignTextThanAnybodyReads() {
        Problem problem = new Problem(Kind.FAILED, "It failed.", "", "x".repeat(3_000));

        assertEquals("x".repeat(2_000) + "…", problem.detail());
    }

    @Test
    void stopsAskingWhereOnlyAPersonCanHelp() {
        assertEquals(
                Set.of(Kind.NOT_PERMITTED, Kind.NOT_SUPPORTED, Kind.LOGIN_REFUSED),
                Stream.of(Kind.values()).filter(Kind::stopsAsking).collect(Collectors.toSet()));
    }

    @Test
    void waitsLongerWithEachFailureAsTheKindDemands() {
        assertEquals(List.of(2L, 4L, 6L, 8L, 10L, 10L), waits(Kind.UNREACHABLE));
        assertEquals(List.of(10L, 10L, 10L, 10L, 10L, 10L), waits(Kind.TOO_MANY_CONNECTIONS));
        assertEquals(List.of(5L, 10L, 20L, 60L, 60L, 60L), waits(Kind.TIMED_OUT));
        assertEquals(Duration.ofMinutes(5), Kind.TIMED_OUT.backOff(1, Duration.ofMinutes(5)));
    }

    /** Seconds after the first to the sixth failure of a panel that is read every 2 s. */
    private static List<Long> waits(Kind kind) {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(failures -> kind.backOff(failures, Duration.ofSeconds(2)).toSeconds())
                .toList();
    }
}
