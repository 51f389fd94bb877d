package dev.howdah.backup.download;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.file.Checksum;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A backup's file at a provider whose links break where a test wants it, and its downloads. */
final class SomeDownloads {
    final Path folder;
    byte[] served = big();
    String version = "\"v1\"";
    Optional<Checksum> told = Optional.empty();

    /** The first bytes that were asked for, in order. */
    final List<Long> asked = new ArrayList<>();

    SomeDownloads(Path folder) {
        this.folder = folder;
    }

    /** Rows that pack badly, so that there is something to transfer. */
    private static byte[] big() {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        return SomeBackupFiles.gzip(noise);
    }

    BackupDownload download(DownloadSource source) {
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

    BackupFile whole(long from, String sameAs) {
        asked.add(from);
        return file(from, sameAs, served.length);
    }

    /** As a provider answers; the link breaks before byte {@code end}. */
    BackupFile file(long from, String sameAs, long end) {
        long start = sameAs.equals(version) ? from : 0;
        byte[] part =
                Arrays.copyOfRange(
                        served, (int) start, (int) Math.clamp(end, start, served.length));
        InputStream content =
                end >= served.length
                        ? new ByteArrayInputStream(part)
                        : new SequenceInputStream(new ByteArrayInputStream(part), new Broken());
        return new BackupFile(
                "shop.tar.gz", content, start, OptionalLong.of(served.length), version, told);
    }

    static ProblemException refused(Problem.Kind kind) {
        return new ProblemException(Problem.of(kind, "The link has expired.", ""));
    }

    /** A part of so many bytes stays, whose link has expired. */
    void breakOffAt(long bytes) {
        assertThrows(
                ProblemException.class,
                () ->
                        download(
                                        (from, same) -> {
                                            if (from > 0) {
                                                throw refused(Problem.Kind.NOT_PERMITTED);
                                            }
                                            return file(from, same, bytes);
                                        })
                                .run(_ -> {}));
    }

    static Fetched.Arrived arrived(BackupDownload download) throws ProblemException {
        return assertInstanceOf(Fetched.Arrived.class, download.run(_ -> {}));
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
}
