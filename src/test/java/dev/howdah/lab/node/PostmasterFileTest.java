package dev.howdah.lab.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says of itself in its data folder. */
class PostmasterFileTest {
    @TempDir Path data;

    /** As PostgreSQL pads them, pidfile.h. */
    @ParameterizedTest
    @CsvSource({"starting, false", "stopping, false", "ready   , true", "standby , false"})
    void takesConnectionsOnlyWhenItSaysSo(String status, boolean takes) throws Exception {
        Files.writeString(
                data.resolve("postmaster.pid"),
                "4711\n/data\n1763726400\n15432\n\n127.0.0.1\n 1 2\n" + status + "\n");

        assertEquals(takes, PostmasterFile.isReady(data));
        assertEquals(new PostmasterFile(4711, 15432), PostmasterFile.in(data).orElseThrow());
    }

    @Test
    void takesNoneBeforeItHasSaidAnything() throws Exception {
        assertEquals(false, PostmasterFile.isReady(data));
        Files.writeString(data.resolve("postmaster.pid"), "4711\n/data\n");
        assertEquals(false, PostmasterFile.isReady(data));
    }
}
