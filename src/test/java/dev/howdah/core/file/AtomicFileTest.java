package dev.howdah.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is the old one or the new one, whenever the writer dies. */
class AtomicFileTest {
    private static final int SIZE = 300_000;

    @TempDir private Path folder;

    @Test
    void replacesTheWholeContent() throws IOException {
        Path file = folder.resolve("kept");
        AtomicFile.write(file, "a long first content".getBytes(UTF_8));
        AtomicFile.write(file, "short".getBytes(UTF_8));

        assertEquals("short", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void onlyTheOwnerMayReadItFromTheFirstByteOn() throws IOException {
        Path file = folder.resolve("kept");
        AtomicFile.write(file, new byte[] {1});

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorAndLeavesNothing() throws IOException {
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(folder.resolve("missing/kept"), new byte[] {1}));
        assertEquals(List.of(), files());
    }

    @Test
    void aWriterThatIsKilledLeavesOneWholeContent() throws Exception {
        Path file = folder.resolve("kept");
        for (int round = 0; round < 8; round++) {
            Process writer = writer(file);
            Await.until("a first content", () -> Files.exists(file));
            byte[] before = Files.readAllBytes(file);
            Await.until("another content", () -> !Arrays.equals(before, Files.readAllBytes(file)));
            writer.destroyForcibly().waitFor();

            byte[] left = Files.readAllBytes(file);
            assertEquals(SIZE, left.length);
            byte[] whole = new byte[SIZE];
            Arrays.fill(whole, left[0]);
            assertArrayEquals(whole, left);
        }
    }

    private static Process writer(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Writes one content after the other, each of a single byte repeated, until it is killed. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws IOException {
            byte[] content = new byte[SIZE];
            while (true) {
                Arrays.fill(content, (byte) (content[0] + 1));
                AtomicFile.write(Path.of(arguments[0]), content);
            }
        }
    }

    @Test
    void twoWritersOfOneFileDoNotMixTheirContents() throws Exception {
        Path file = folder.resolve("kept");
        List<Thread> writers =
                Stream.of((byte) 1, (byte) 2, (byte) 3)
                        .map(value -> Thread.ofVirtual().start(() -> writeOften(file, value)))
                        .toList();
        for (Thread writer : writers) {
            assertTrue(writer.join(Duration.ofMinutes(2)));
        }

        byte[] left = Files.readAllBytes(file);
        byte[] whole = new byte[SIZE];
        Arrays.fill(whole, left[0]);
        assertArrayEquals(whole, left);
        assertEquals(List.of(file), files());
    }

    private static void writeOften(Path file, byte value) {
        byte[] content = new byte[SIZE];
        Arrays.fill(content, value);
        for (int i = 0; i < 20; i++) {
            try {
                AtomicFile.write(file, content);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
