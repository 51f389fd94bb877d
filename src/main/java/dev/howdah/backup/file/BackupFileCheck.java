package dev.howdah.backup.file;

import dev.howdah.backup.BackupFormat;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.format.ContentCheck;
import dev.howdah.backup.format.CountedInput;
import dev.howdah.backup.format.Unsound;
import dev.howdah.backup.format.ZipCheck;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.file.Checksum;
import dev.howdah.core.file.FileProblems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Proves that a backup's file is whole, or says where it ends. It trusts only what the format says
 * about itself: checksums, lengths, tables of contents, the last line; and the SHA-256 that was
 * noted beside the file when it arrived.
 */
public final class BackupFileCheck {
    private static final Texts TEXTS = Texts.of(BackupFileCheck.class);

    private BackupFileCheck() {}

    /** As {@link #of(Path, LongConsumer)}, without telling how far it is. */
    public static FileVerdict of(Path file) throws ProblemException {
        return of(file, _ -> {});
    }

    /**
     * Reads the whole file, which takes as long as the disk needs; interrupting the thread ends it.
     * Memory use does not depend on the file.
     *
     * @param read is told now and then how many bytes have been read
     * @throws ProblemException when the file can't be read
     */
    public static FileVerdict of(Path file, LongConsumer read) throws ProblemException {
        return of(file, Optional.empty(), read);
    }

    /**
     * As {@link #of(Path, LongConsumer)}, and whether it is the file that the provider has.
     *
     * @param told its checksum by the provider; empty when that told none
     */
    public static FileVerdict of(Path file, Optional<Checksum> told, LongConsumer read)
            throws ProblemException {
        try {
            return judged(file, told, read);
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private static FileVerdict judged(Path file, Optional<Checksum> told, LongConsumer read)
            throws IOException {
        long size = Files.size(file);
        try (InputStream raw = Files.newInputStream(file);
                Summed summed = new Summed(raw, told, read)) {
            CountedInput in = new CountedInput(summed);
            BackupFormat format = ContentCheck.formatOf(in);
            try {
                if (size == 0) {
                    throw Unsound.cut();
                }
                if (format == BackupFormat.ZIP) {
                    zip(file, read);
                }
                ContentCheck.of(in);
                summed.transferTo(OutputStream.nullOutputStream());
            } catch (Unsound e) {
                long at = e.isCut() ? size : in.position();
                return broken(format, at, size, "check." + e.way());
            }
            FileVerdict byItself = summed(file, format, size, summed.sha256());
            return told.map(sum -> compared(byItself, size, sum, summed.hasSum(sum)))
                    .orElse(byItself);
        }
    }

    private static void zip(Path file, LongConsumer read) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = new Summed(raw, Optional.empty(), read)) {
            ZipCheck.run(file, in);
        }
    }

    private static FileVerdict summed(Path file, BackupFormat format, long size, String sha256)
            throws IOException {
        Optional<String> noted = FileSum.noted(file);
        if (noted.isPresent() && !noted.get().equals(sha256)) {
            return new FileVerdict(
                    FileVerdict.Soundness.BROKEN,
                    format,
                    size,
                    TEXTS.text("check.changed", bytes(size)),
                    sha256);
        }
        FileVerdict.Soundness byItself =
                switch (format) {
                    case GZIP, ZIP -> FileVerdict.Soundness.PROVEN;
                    case CUSTOM_DUMP, TAR, PLAIN_SQL -> FileVerdict.Soundness.COMPLETE;
                    case OTHER -> FileVerdict.Soundness.UNKNOWN;
                };
        String key = noted.isPresent() ? "check.sameSum" : "check." + byItself;
        return new FileVerdict(
                noted.isPresent() ? FileVerdict.Soundness.PROVEN : byItself,
                format,
                size,
                TEXTS.text(key, TEXTS.text("format." + format), bytes(size)),
                sha256);
    }

    private static FileVerdict compared(
            FileVerdict byItself, long size, Checksum told, boolean isSame) {
        if (byItself.soundness() == FileVerdict.Soundness.BROKEN) {
            return byItself;
        }
        return new FileVerdict(
                isSame ? FileVerdict.Soundness.PROVEN : FileVerdict.Soundness.BROKEN,
                byItself.format(),
                size,
                TEXTS.text(
                        isSame ? "check.toldSum" : "check.otherSum",
                        TEXTS.text("format." + byItself.format()),
                        bytes(size),
                        told.kind().words()),
                byItself.sha256());
    }

    private static FileVerdict broken(BackupFormat format, long at, long size, String key) {
        return new FileVerdict(
                FileVerdict.Soundness.BROKEN,
                format,
                at,
                TEXTS.text(
                        key,
                        TEXTS.text("format." + format),
                        Quantities.count(at),
                        Quantities.count(size)),
                "");
    }

    private static String bytes(long size) {
        return Quantities.bytes((double) size);
    }

    /** Sums up what is read from it, tells how far it is, and ends when the thread should. */
    private static final class Summed extends FilterInputStream {
        private static final long TELL_EVERY = 1 << 22;

        private final MessageDigest digest = FileSum.digest();
        private final Optional<RunningSum> other;
        private final LongConsumer read;
        private long bytes;
        private long told;

        Summed(InputStream in, Optional<Checksum> told, LongConsumer read) {
            super(in);
            this.other = told.map(sum -> RunningSum.of(sum.kind()));
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            int some = super.read(into, offset, length);
            if (some > 0) {
                digest.update(into, offset, some);
                if (other.isPresent()) {
                    other.get().add(into, offset, some);
                }
                bytes += some;
            }
            if (bytes - told >= TELL_EVERY) {
                told = bytes;
                read.accept(bytes);
            }
            return some;
        }

        boolean hasSum(Checksum told) {
            return other.flatMap(each -> Checksum.of(told.kind(), each.sum()))
                    .filter(told::equals)
                    .isPresent();
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
