package dev.howdah.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aDialogHasTheRowsThatItsTextNeedsWithinLimits() {
        assertEquals(
                List.of(3, 3, 5, 4, 18, 18),
                Stream.of(
                                "",
                                "SELECT 1",
                                "a\nb\nc\nd\ne",
                                "x".repeat(3 * 78 + 1),
                                "a\n".repeat(500),
                                "x".repeat(10_000))
                        .map(Lines::rowsInDialog)
                        .toList());
    }
}
