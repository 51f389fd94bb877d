package dev.howdah.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Names hide nothing, and moments say where they are meant. */
class NamesAndMomentsTest {
    private static final ZoneId CHATHAM = ZoneId.of("Pacific/Chatham");

    @Test
    void writesWhatCantBeSeenAsAnEscape() {
        assertEquals("a\\nb\\tc\\r", Names.visible("a\nb\tc\r"));
        assertEquals("\\u202Eevil\\u200B", Names.visible("\u202Eevil\u200B"));
        assertEquals("naïve \"x\" 名前 שלום", Names.visible("naïve \"x\" 名前 שלום"));
    }

    @Test
    void writesMomentsInTheirZoneWithTheOffset() {
        Instant moment = Instant.parse("2026-12-31T12:00:00Z");

        assertEquals("2027-01-01", Moments.date(moment, CHATHAM));
        assertEquals("2027-01-01 01:45:00 +13:45", Moments.exact(moment, CHATHAM));
    }

    @Test
    void leavesTheDayOutOnTheSameDay() {
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");

        assertEquals("11:59:50", Moments.near(noon.minusSeconds(10), noon, ZoneOffset.UTC));
        assertEquals(
                "2026-11-20 12:00:00",
                Moments.near(noon.minusSeconds(86_400), noon, ZoneOffset.UTC));
    }

    @Test
    void keepsTheNamesOfInfinityAndFarYears() {
        assertEquals("infinity", Moments.date(Instant.MAX, CHATHAM));
        assertEquals("-infinity", Moments.exact(Instant.MIN, CHATHAM));
        assertEquals(
                "+294276-12-31",
                Moments.date(Instant.parse("+294276-12-31T00:00:00Z"), ZoneOffset.UTC));
    }
}
