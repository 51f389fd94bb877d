package dev.howdah.lab.wal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of WAL as they lie there. */
class WalArchiveTest {
    private static final int SEGMENT_BYTES = 16 << 20;

    @TempDir private Path folder;

    @Test
    void zerosTakeNoRoomAndNothingElseChanges() throws Exception {
        byte[] content = new byte[SEGMENT_BYTES];
        new Random(1).nextBytes(content);
        Arrays.fill(content, 300_000, content.length, (byte) 0);
        WalArchive archive = new WalArchive(folder);
        WalSegment segment = new WalSegment(1, 3);
        Path file = Files.write(archive.file(segment, SEGMENT_BYTES), content);
        FileTime full = FileTime.from(Instant.parse("2026-11-21T12:00:00Z"));
        Files.setLastModifiedTime(file, full);

        archive.pack();

        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(full.toInstant(), archive.segments(SEGMENT_BYTES).get(segment));
        assertEquals(1, folder.toFile().list().length);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/du")), "nobody tells what it takes");
        assertTrue(kilobytesOnDisk(file) < 500, "kB: " + kilobytesOnDisk(file));
    }

    private static long kilobytesOnDisk(Path file) throws IOException {
        Process du = new ProcessBuilder("/usr/bin/du", "-k", file.toString()).start();
        String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.split("\\s", -1)[0]);
    }

    @Test
    void waitingForAFileThatDoesNotComeEndsWithASentence() throws Exception {
        try (Connection server = TestServer.newest().connect()) {
            assertEquals(
                    "The server did not hand over the WAL file 000000010000000000000003 within 1"
                            + " ms.",
                    awaited(Duration.ofMillis(1), server));
            server.abort(Runnable::run);
            assertEquals(
                    "The server ended before it had handed over the WAL file"
                            + " 000000010000000000000003.",
                    awaited(Duration.ofMinutes(5), server));
        }
    }

    private String awaited(Duration limit, Connection server) {
        return assertThrows(
                        ProblemException.class,
                        () ->
                                new WalArchive(folder)
                                        .await("000000010000000000000003", limit, server))
                .problem()
                .sentence();
    }
}
