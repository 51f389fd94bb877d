package dev.howdah.backup.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.backup.BackupFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download survives what links do, and gives a name only to what is whole. */
class BackupDownloadTest {
    private static final String NAME = "orders-prod-20261121T030000Z.tar.gz";

    private final Random random = new Random(7);
    private SomeDownloads some;

    @BeforeEach
    void make(@TempDir Path folder) {
        some = new SomeDownloads(folder);
    }

    @Test
    void fetchesProvesNamesAndNotesTheSum() throws Exception {
        List<DownloadProgress> told = new ArrayList<>();

        Fetched.Arrived arrived =
                assertInstanceOf(Fetched.Arrived.class, some.download(some::whole).run(told::add));

        assertEquals(some.folder.resolve(NAME), arrived.file());
        assertArrayEquals(some.served, Files.readAllBytes(arrived.file()));
        assertEquals(FileVerdict.Soundness.PROVEN, arrived.verdict().soundness());
        assertEquals(List.of(NAME, NAME + ".sha256"), files());
        assertEquals(
                new DownloadProgress(0, OptionalLong.of(some.served.length), 0, true),
                told.getLast());
    }

    /** The crash came between the two names, so both lead to the same bytes. */
    @Test
    void doesNotTouchAFinishedFileWhosePartIsStillThere() throws Exception {
        Path finished = SomeDownloads.arrived(some.download(some::whole)).file();
        Path part = some.download(some::whole).part();
        Files.createLink(part, finished);
        new PartNote("b1", some.version, some.served.length, Optional.empty()).write(part);

        assertThrows(
                ProblemException.class,
                () ->
                        some.download(
                                        (_, _) -> {
                                            throw SomeDownloads.refused(Problem.Kind.NOT_PERMITTED);
                                        })
                                .run(_ -> {}));
        assertThrows(
                ProblemException.class,
                () -> some.download((from, same) -> some.file(from, same, 20_000)).run(_ -> {}));

        assertArrayEquals(some.served, Files.readAllBytes(finished));
    }

    @Test
    void neverOverwritesAFile() throws Exception {
        Files.writeString(some.folder.resolve(NAME), "older");

        some.download(some::whole).run(_ -> {});
        some.download(some::whole).run(_ -> {});

        assertEquals("older", Files.readString(some.folder.resolve(NAME)));
        String stem = "orders-prod-20261121T030000Z";
        assertEquals(
                List.of(
                        stem + " (2).tar.gz",
                        stem + " (2).tar.gz.sha256",
                        stem + " (3).tar.gz",
                        stem + " (3).tar.gz.sha256",
                        NAME),
                files());
    }

    @Test
    void goesOnWhereABrokenLinkLeftOff() throws Exception {
        some.download(
                        (from, same) -> {
                            some.asked.add(from);
                            return some.file(from, same, from + 40_000 + random.nextInt(40_000));
                        })
                .run(_ -> {});

        assertArrayEquals(some.served, Files.readAllBytes(some.folder.resolve(NAME)));
        assertTrue(some.asked.size() > 3, some.asked.toString());
        assertEquals(
                some.asked.stream().sorted().distinct().toList(),
                some.asked,
                "never from an old byte");
    }

    @Test
    void goesOnAfterAStopAndARestart() throws Exception {
        BackupDownload[] first = new BackupDownload[1];
        first[0] =
                some.download((from, same) -> {
                    BackupFile all = some.whole(from, same);
                    return new BackupFile(
                            all.name(),
                            new StoppingAt(all.content(), 100_000, first),
                            all.from(),
                            all.totalBytes(),
                            all.version());
                });
        Fetched.Stopped stopped = assertInstanceOf(Fetched.Stopped.class, first[0].run(_ -> {}));
        assertTrue(stopped.bytes() >= 100_000 && stopped.bytes() < some.served.length);
        // what a crash leaves behind the last byte that is known to be safe
        Files.write(stopped.part(), new byte[5_000], StandardOpenOption.APPEND);

        some.download(some::whole).run(_ -> {});

        assertEquals(List.of(0L, stopped.bytes() - 1), some.asked);
        assertArrayEquals(some.served, Files.readAllBytes(some.folder.resolve(NAME)));
    }

    @Test
    void beginsAnewWhenTheFileIsAnotherOneByNow() throws Exception {
        some.breakOffAt(50_000);
        some.served = SomeBackupFiles.tarGz();
        some.version = "\"v2\"";

        some.download(some::whole).run(_ -> {});

        assertEquals(List.of(49_999L), some.asked);
        assertArrayEquals(some.served, Files.readAllBytes(some.folder.resolve(NAME)));
    }

    @Test
    void givesUpOnALinkThatBreaksWithoutAByteAndKeepsThePart() {
        ProblemException e =
                assertThrows(
                        ProblemException.class,
                        () ->
                                some.download((from, same) -> some.file(from, same, 20_000))
                                        .run(_ -> {}));

        assertEquals(
                "The link broke again and again, and 19.5 kB have arrived.",
                e.problem().sentence());
        assertTrue(Files.exists(some.download(some::whole).part()));
    }

    @Test
    void namesADamagedFileSo() throws Exception {
        some.served[some.served.length / 2] ^= 4;

        Fetched.Arrived arrived =
                assertInstanceOf(Fetched.Arrived.class, some.download(some::whole).run(_ -> {}));

        assertEquals(FileVerdict.Soundness.BROKEN, arrived.verdict().soundness());
        assertEquals(List.of(NAME + ".damaged"), files());
    }

    @Test
    void refusesBeforeTheDiskIsFull() {
        BackupDownload download =
                some.download((from, _) ->
                        new BackupFile(
                                "a.tar.gz",
                                InputStream.nullInputStream(),
                                from,
                                OptionalLong.of(Long.MAX_VALUE >> 8),
                                some.version));

        ProblemException e = assertThrows(ProblemException.class, () -> download.run(_ -> {}));

        assertEquals(Problem.Kind.LOCAL, e.problem().kind());
        assertTrue(e.problem().sentence().contains("are needed"), e.problem().sentence());
    }

    @Test
    void foretellsTheTimeThatIsLeft() {
        DownloadProgress half = new DownloadProgress(50, OptionalLong.of(100), 10, false);

        assertEquals(0.5, half.share());
        assertEquals(Optional.of(Duration.ofSeconds(5)), half.left());
        assertEquals(
                Optional.empty(), new DownloadProgress(50, OptionalLong.empty(), 10, false).left());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(some.folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Stops the download when so many bytes have been read. */
    private static final class StoppingAt extends java.io.FilterInputStream {
        private final BackupDownload[] download;
        private long left;

        StoppingAt(InputStream in, long left, BackupDownload[] download) {
            super(in);
            this.left = left;
            this.download = download;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, Math.min(length, 10_000));
            left -= some;
            if (left <= 0) {
                download[0].stop();
            }
            return some;
        }
    }
}
