package dev.howdah.backup.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console is killed in the middle of a download, again and again: each start goes on from what
 * was safe, and the file gets its name once it is whole.
 */
class DownloadKilledTest {
    /** More than twice what is made safe at a time. */
    private static final int NOISE_BYTES = 70 << 20;

    private static final AtomicReference<Kill> NEXT = new AtomicReference<>();
    private static byte[] served = new byte[0];
    private static FileServer server;

    @TempDir Path folder;
    @TempDir Path words;

    /** Ends a child once an answer has reached this byte. */
    private record Kill(long at, ChildProgram child) {}

    @BeforeAll
    static void serve() throws IOException {
        byte[] noise = new byte[NOISE_BYTES];
        new Random(5).nextBytes(noise);
        served = SomeBackupFiles.gzip(noise);
        server = new FileServer(served, DownloadKilledTest::reached);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void reached(long byteOfTheFile) {
        Kill kill = NEXT.get();
        if (kill != null && byteOfTheFile >= kill.at() && NEXT.compareAndSet(kill, null)) {
            kill.child().kill();
        }
    }

    @Test
    void goesOnFromTheSafeBytesAfterAFewKills() throws Exception {
        killedAt(List.of(40L << 20, 68L << 20), new Random());
    }

    @Test
    @Tag("long")
    void goesOnFromTheSafeBytesAfterManyKills() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            List<Long> moments = new ArrayList<>();
            for (int kill = 0; kill < 10; kill++) {
                moments.add(random.nextLong(served.length + 1L));
            }
            killedAt(moments, random);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Each moment give or take a megabyte, in as many consoles. */
    private void killedAt(List<Long> moments, Random random) throws Exception {
        for (long moment : moments) {
            long near = Math.clamp(moment + random.nextInt(1 << 20), 0, served.length);
            long safe = safeBytes();
            int answers = server.asked().size();
            try (ChildProgram child =
                    ChildProgram.start(
                            DownloadingProgram.class,
                            words,
                            server.link().toString(),
                            folder.toString())) {
                NEXT.set(new Kill(Math.max(near, safe), child));
                Await.until("the child is killed", Duration.ofSeconds(60), () -> !child.lives());
            }
            assertEquals(
                    List.of(Math.max(0, safe - 1)),
                    server.asked().subList(answers, server.asked().size()));
            assertNothingUnfinishedHasAName();
        }
        NEXT.set(null);
        long safe = safeBytes();
        int answers = server.asked().size();

        Fetched.Arrived arrived =
                assertInstanceOf(
                        Fetched.Arrived.class,
                        DownloadingProgram.download(server.link(), folder).run(_ -> {}));

        assertEquals(FileVerdict.Soundness.PROVEN, arrived.verdict().soundness());
        assertEquals(Math.max(0, safe - 1), server.asked().get(answers));
        assertNothingUnfinishedHasAName();
        assertTrue(files().contains(arrived.file().getFileName().toString()));
        assertTrue(files().stream().noneMatch(name -> name.endsWith(".part")), files().toString());
    }

    /** As the next start finds them. */
    private long safeBytes() throws IOException {
        Path part = DownloadingProgram.download(server.link(), folder).part();
        return Files.exists(part)
                ? Math.min(Files.size(part), PartNote.of(part).map(PartNote::safeBytes).orElse(0L))
                : 0;
    }

    private void assertNothingUnfinishedHasAName() throws IOException {
        for (String name : files()) {
            if (name.endsWith(".tar.gz")) {
                try (InputStream file = Files.newInputStream(folder.resolve(name))) {
                    assertArrayEquals(served, file.readAllBytes(), name);
                }
            } else {
                assertTrue(name.matches(".*\\.(part|part\\.note|note\\.tmp|sha256)"), name);
            }
        }
        assertTrue(
                files().stream().noneMatch(name -> name.endsWith(".damaged")), files().toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
