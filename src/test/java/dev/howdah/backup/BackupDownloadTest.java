package dev.howdah.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Checksum;
import dev.howdah.core.Checksum.Kind;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.BackupEntry;
import dev.howdah.provider.BackupFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download survives what links do, and gives a name only to what is whole. */
class BackupDownloadTest {
    private static final String NAME = "orders-prod-20261121T030000Z.tar.gz";

    @TempDir Path folder;

    private byte[] served = big();
    private String version = "\"v1\"";
    private Optional<Checksum> told = Optional.empty();
    private final List<Long> asked = new ArrayList<>();
    private final Random random = new Random(7);

    /** Rows that pack badly, so that there is something to transfer. */
    private static byte[] big() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        return SomeBackupFiles.gzip(noise);
    }

    @Test
    void fetchesProvesNamesAndNotesTheSum() throws Exception {
        List<DownloadProgress> told = new ArrayList<>();

        Fetched.Arrived arrived =
                assertInstanceOf(Fetched.Arrived.class, download(this::whole).run(told::add));

        assertEquals(folder.resolve(NAME), arrived.file());
        assertArrayEquals(served, Files.readAllBytes(arrived.file()));
        assertEquals(FileVerdict.Soundness.PROVEN, arrived.verdict().soundness());
        assertEquals(List.of(NAME, NAME + ".sha256"), files());
        assertEquals(
                new DownloadProgress(0, OptionalLong.of(served.length), 0, true), told.getLast());
    }

    @Test
    void comparesEveryKindOfChecksumThatTheProviderTells() throws Exception {
        Map<Kind, String> sums =
                Map.of(
                        Kind.SHA_512, digest("SHA-512"),
                        Kind.SHA_256, digest("SHA-256"),
                        Kind.SHA_1, digest("SHA-1"),
                        Kind.MD5, digest("MD5"),
                        Kind.CRC_32C, cyclic(new CRC32C()),
                        Kind.CRC_32, cyclic(new CRC32()));
        for (Kind kind : Kind.values()) {
            told = Checksum.ofHex(kind, String.valueOf(sums.get(kind)));
            FileVerdict same = arrived(download(this::whole)).verdict();
            assertEquals(FileVerdict.Soundness.PROVEN, same.soundness());
            assertEquals(
                    "The gzip of 293 kB is whole: it has the %s that the provider told."
                            .formatted(kind.words()),
                    same.sentence());

            told = Checksum.ofHex(kind, "0".repeat(told.orElseThrow().hex().length()));
            Fetched.Arrived other = arrived(download(this::whole));
            assertEquals(FileVerdict.Soundness.BROKEN, other.verdict().soundness());
            assertEquals(
                    "The gzip of 293 kB is damaged: its %s is not the one that the provider told."
                            .formatted(kind.words()),
                    other.verdict().sentence());
            assertTrue(other.file().toString().endsWith(".damaged"), other.file().toString());
        }
    }

    @Test
    void saysThatThereWasNoChecksumToCompareAndTrustsTheLength() throws Exception {
        FileVerdict none = arrived(download(this::whole)).verdict();
        assertEquals(
                "The gzip of 293 kB is whole: everything in it passes its checksum."
                        + " The provider told no checksum to compare it with.",
                none.sentence());

        Fetched.Arrived longer =
                arrived(
                        download((from, sameAs) -> {
                            BackupFile all = whole(from, sameAs);
                            return new BackupFile(
                                    all.name(),
                                    all.content(),
                                    0,
                                    OptionalLong.of(served.length - 1),
                                    version);
                        }));
        assertEquals(FileVerdict.Soundness.BROKEN, longer.verdict().soundness());
        assertTrue(longer.file().toString().endsWith(".damaged"));
    }

    @Test
    void remembersTheChecksumOfAPartThatIsContinued() throws Exception {
        told = Checksum.ofHex(Kind.MD5, "0".repeat(32));
        assertThrows(
                ProblemException.class,
                () ->
                        download(
                                        (from, same) -> {
                                            if (from > 0) {
                                                throw refused(Problem.Kind.NOT_PERMITTED);
                                            }
                                            return file(from, same, 50_000);
                                        })
                                .run(_ -> {}));
        told = Optional.empty();

        FileVerdict verdict = arrived(download(this::whole)).verdict();

        assertEquals(List.of(49_999L), asked);
        assertEquals(FileVerdict.Soundness.BROKEN, verdict.soundness());
    }

    /** The crash came between the two names, so both lead to the same bytes. */
    @Test
    void doesNotTouchAFinishedFileWhosePartIsStillThere() throws Exception {
        Path finished = arrived(download(this::whole)).file();
        Path part = download(this::whole).part();
        Files.createLink(part, finished);
        new PartNote("b1", version, served.length, Optional.empty()).write(part);

        assertThrows(
                ProblemException.class,
                () ->
                        download(
                                        (_, _) -> {
                                            throw refused(Problem.Kind.NOT_PERMITTED);
                                        })
                                .run(_ -> {}));
        assertThrows(
                ProblemException.class,
                () -> download((from, same) -> file(from, same, 20_000)).run(_ -> {}));

        assertArrayEquals(served, Files.readAllBytes(finished));
    }

    private static Fetched.Arrived arrived(BackupDownload download) throws ProblemException {
        return assertInstanceOf(Fetched.Arrived.class, download.run(_ -> {}));
    }

    private String digest(String name) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(served));
    }

    private String cyclic(java.util.zip.Checksum sum) {
        sum.update(served);
        return "%08x".formatted(sum.getValue());
    }

    @Test
    void neverOverwritesAFile() throws Exception {
        Files.writeString(folder.resolve(NAME), "older");

        download(this::whole).run(_ -> {});
        download(this::whole).run(_ -> {});

        assertEquals("older", Files.readString(folder.resolve(NAME)));
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
        download(
                        (from, same) -> {
                            asked.add(from);
                            return file(from, same, from + 40_000 + random.nextInt(40_000));
                        })
                .run(_ -> {});

        assertArrayEquals(served, Files.readAllBytes(folder.resolve(NAME)));
        assertTrue(asked.size() > 3, asked.toString());
        assertEquals(asked.stream().sorted().distinct().toList(), asked, "never from an old byte");
    }

    @Test
    void goesOnAfterAStopAndARestart() throws Exception {
        BackupDownload[] first = new BackupDownload[1];
        first[0] =
                download((from, same) -> {
                    BackupFile all = whole(from, same);
                    return new BackupFile(
                            all.name(),
                            new StoppingAt(all.content(), 100_000, first),
                            all.from(),
                            all.totalBytes(),
                            all.version());
                });
        Fetched.Stopped stopped = assertInstanceOf(Fetched.Stopped.class, first[0].run(_ -> {}));
        assertTrue(stopped.bytes() >= 100_000 && stopped.bytes() < served.length);
        // what a crash leaves behind the last byte that is known to be safe
        Files.write(stopped.part(), new byte[5_000], StandardOpenOption.APPEND);

        download(this::whole).run(_ -> {});

        assertEquals(List.of(0L, stopped.bytes() - 1), asked);
        assertArrayEquals(served, Files.readAllBytes(folder.resolve(NAME)));
    }

    @Test
    void beginsAnewWhenTheFileIsAnotherOneByNow() throws Exception {
        assertThrows(
                ProblemException.class,
                () ->
                        download(
                                        (from, same) -> {
                                            if (from > 0) {
                                                throw refused(Problem.Kind.NOT_PERMITTED);
                                            }
                                            return file(from, same, 50_000);
                                        })
                                .run(_ -> {}));
        served = SomeBackupFiles.tarGz();
        version = "\"v2\"";

        download(this::whole).run(_ -> {});

        assertEquals(List.of(49_999L), asked);
        assertArrayEquals(served, Files.readAllBytes(folder.resolve(NAME)));
    }

    @Test
    void givesUpOnALinkThatBreaksWithoutAByteAndKeepsThePart() {
        ProblemException e =
                assertThrows(
                        ProblemException.class,
                        () -> download((from, same) -> file(from, same, 20_000)).run(_ -> {}));

        assertEquals(
                "The link broke again and again, and 19.5 kB have arrived.",
                e.problem().sentence());
        assertTrue(Files.exists(download(this::whole).part()));
    }

    @Test
    void namesADamagedFileSo() throws Exception {
        served[served.length / 2] ^= 4;

        Fetched.Arrived arrived =
                assertInstanceOf(Fetched.Arrived.class, download(this::whole).run(_ -> {}));

        assertEquals(FileVerdict.Soundness.BROKEN, arrived.verdict().soundness());
        assertEquals(List.of(NAME + ".damaged"), files());
    }

    @Test
    void refusesBeforeTheDiskIsFull() {
        BackupDownload download =
                download((from, _) ->
                        new BackupFile(
                                "a.tar.gz",
                                InputStream.nullInputStream(),
                                from,
                                OptionalLong.of(Long.MAX_VALUE >> 8),
                                version));

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

    private BackupDownload download(DownloadSource source) {
        BackupEntry backup =
                new BackupEntry(
                        "b1",
                        "20261121030000_shop",
                        Instant.parse("2026-11-21T03:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        BackupEntry.State.DONE,
                        BackupEntry.Kind.SCHEDULED,
                        BackupEntry.Form.DUMP_IN_TAR_GZ,
                        OptionalLong.empty(),
                        Optional.empty());
        return new BackupDownload(source, backup, "orders-prod", folder, Duration.ofMillis(1));
    }

    private BackupFile whole(long from, String sameAs) {
        asked.add(from);
        return file(from, sameAs, served.length);
    }

    /** As a provider answers; the link breaks before byte {@code end}. */
    private BackupFile file(long from, String sameAs, long end) {
        long start = sameAs.equals(version) ? from : 0;
        byte[] part =
                Arrays.copyOfRange(
                        served, (int) start, (int) Math.clamp(end, start, served.length));
        InputStream content =
                end >= served.length
                        ? new ByteArrayInputStream(part)
                        : new java.io.SequenceInputStream(
                                new ByteArrayInputStream(part), new Broken());
        return new BackupFile(
                "shop.tar.gz", content, start, OptionalLong.of(served.length), version, told);
    }

    private static ProblemException refused(Problem.Kind kind) {
        return new ProblemException(Problem.of(kind, "The link has expired.", ""));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
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
