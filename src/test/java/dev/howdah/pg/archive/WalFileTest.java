package dev.howdah.pg.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names of WAL files and positions in the stream belong together. */
class WalFileTest {
    private static final long MB = 1L << 20;

    @Test
    void aSegmentEndsWhereTheNextBegins() {
        WalFile file = WalFile.parse("0000000A00000002000000FF", 16 * MB).orElseThrow();

        assertEquals(new WalFile(10, 2 * 256 + 255), file);
        assertEquals("3/0", file.end(16 * MB).toString());
    }

    @Test
    void largerSegmentsAreFewerToAFile() {
        assertEquals(
                "1/40000000",
                WalFile.parse("000000010000000100000000", 1_024 * MB)
                        .orElseThrow()
                        .end(1_024 * MB)
                        .toString());
    }

    @Test
    void theLabelOfABackupMeansItsSegment() {
        assertEquals(
                Optional.of(new WalFile(1, 3)),
                WalFile.parse("000000010000000000000003.00000028.backup", 16 * MB));
    }

    @Test
    void aPartialSegmentMeansTheOneBeforeIt() {
        WalFile file = WalFile.parse("000000010000000000000003.partial", 16 * MB).orElseThrow();

        assertEquals(new WalFile(1, 2), file);
        assertEquals("0/3000000", file.end(16 * MB).toString());
    }

    @Test
    void aHistoryFileSaysNothing() {
        assertTrue(WalFile.parse("00000002.history", 16 * MB).isEmpty());
    }

    @Test
    void positionsAreReadAndWrittenAsPostgresDoes() {
        WalPosition position = WalPosition.parse("16/B374D848").orElseThrow();

        assertEquals(0x16_B374_D848L, position.bytes());
        assertEquals("16/B374D848", position.toString());
        assertEquals(0, position.bytesSince(new WalPosition(Long.MAX_VALUE)));
    }
}
