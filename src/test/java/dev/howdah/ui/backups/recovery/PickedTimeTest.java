package dev.howdah.ui.backups.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.provider.backup.RecoveryWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a moment to go back to, before anything is asked for. */
class PickedTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-21T13:03:40Z");

    @Test
    void judgesAPickedMomentByTheWindow() {
        Optional<RecoveryWindow> window =
                Optional.of(
                        new RecoveryWindow(
                                Optional.of(Instant.parse("2026-11-08T03:00:00Z")),
                                Optional.of(NOW.minus(Duration.ofMinutes(2))),
                                ""));
        PickedTime good = pick("2026-11-21 13:57:40", window);
        assertEquals(Optional.of(Instant.parse("2026-11-21T12:57:40Z")), good.moment());
        assertEquals("2026-11-21 12:57:40 UTC, 6 min ago", good.sentence());

        PickedTime early = pick("2026-11-01 00:00", window);
        assertEquals(Optional.empty(), early.moment());
        assertEquals("2026-11-08 04:00:00 +01:00", early.choices().getFirst().words());
        PickedTime late = pick("2026-11-21 14:03", window);
        assertEquals("2026-11-21 14:01:40 +01:00", late.choices().getFirst().words());

        assertEquals(
                List.of("2026-10-25 02:30:00 +02:00", "2026-10-25 02:30:00 +01:00"),
                pick("2026-10-25 02:30", window).choices().stream()
                        .map(PickedTime.Choice::words)
                        .toList());
        assertEquals(
                List.of("2026-03-29 01:59:59 +01:00", "2026-03-29 03:00:00 +02:00"),
                pick("2026-03-29 02:30", window).choices().stream()
                        .map(PickedTime.Choice::words)
                        .toList());
        assertEquals(Optional.empty(), pick("2026-11-21 13:57:40", Optional.empty()).moment());
        for (PickedTime.Choice choice : early.choices()) {
            assertEquals(Optional.of(choice.moment()), pick(choice.words(), window).moment());
        }
    }

    private static PickedTime pick(String text, Optional<RecoveryWindow> window) {
        return PickedTime.of(text, window, BERLIN, NOW);
    }
}
