package dev.howdah.lab.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.lab.backup.BackupManifest.Content;
import dev.howdah.lab.backup.BackupManifest.Entry;
import dev.howdah.lab.backup.CopyMeter.Moved;
import dev.howdah.lab.backup.TarLayout.FromFile;
import dev.howdah.lab.backup.TarLayout.Known;
import dev.howdah.lab.backup.TarLayout.Piece;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a base backup is as it was when it was made, to the last bit: in its folder, or in the
 * file that was downloaded. Every byte is read.
 *
 * @param progress told the share done, 0 to 1
 */
public record BackupCheck(DoubleConsumer progress) {
    private static final Texts TEXTS = Texts.of(BackupCheck.class);

    /** A manifest lists some thousand files; more is no manifest. */
    private static final int MOST_MANIFEST_BYTES = 64 << 20;

    /**
     * Reads a backup's folder.
     *
     * @return the first fault found, in a full sentence; empty when it is whole
     * @throws IOException when a file is there and can't be read
     */
    public Optional<String> folder(Path folder) throws IOException, InterruptedException {
        BackupManifest manifest;
        try {
            manifest = BackupManifest.in(folder);
        } catch (IOException _) {
            return fault("check.noManifest");
        }
        Path data = folder.resolve(WholeBackup.DATA);
        CopyMeter meter = new CopyMeter(manifest.contentBytes(), progress);
        for (Entry entry : manifest.entries()) {
            Optional<String> fault = fault(entry, data.resolve(entry.path()), meter);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return stranger(manifest, data);
    }

    private static Optional<String> fault(Entry entry, Path file, CopyMeter meter)
            throws IOException, InterruptedException {
        if (!(entry instanceof Content(String path, long bytes, String sha256))) {
            return Files.isDirectory(file)
                    ? Optional.empty()
                    : fault("check.missing", entry.path());
        }
        if (!Files.isRegularFile(file)) {
            return fault("check.missing", path);
        }
        if (Files.size(file) > bytes) {
            return fault("check.longer", path, Quantities.bytes((double) bytes));
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            Moved read = meter.move(in, OutputStream.nullOutputStream(), bytes);
            if (read.bytes() < bytes) {
                return fault(
                        "check.shorter",
                        path,
                        Quantities.bytes((double) read.bytes()),
                        Quantities.bytes((double) bytes));
            }
            return read.sha256().equals(sha256) ? Optional.empty() : fault("check.content", path);
        }
    }

    private static Optional<String> stranger(BackupManifest manifest, Path data)
            throws IOException {
        Set<String> listed =
                manifest.entries().stream().map(Entry::path).collect(Collectors.toSet());
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            files.map(file -> data.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.isEmpty())
                    .forEach(there::add);
        }
        there.removeAll(listed);
        return there.stream().findFirst().flatMap(name -> fault("check.stranger", name));
    }

    /**
     * Reads a downloaded file.
     *
     * @return the first fault found, in a full sentence; empty when it is whole
     */
    public Optional<String> file(Path tar) throws IOException, InterruptedException {
        long length = Files.size(tar);
        CopyMeter meter = new CopyMeter(length, progress);
        try (InputStream in = new BufferedInputStream(new FileInputStream(tar.toFile()))) {
            TarLayout layout;
            byte[] begin;
            try {
                byte[] header = in.readNBytes(TarLayout.blockBytes());
                long bytes = TarLayout.manifestBytes(header);
                if (bytes < 0 || bytes > Math.min(length, MOST_MANIFEST_BYTES)) {
                    return fault("check.noManifest");
                }
                byte[] text = in.readNBytes((int) bytes);
                layout = TarLayout.of(BackupManifest.parse(new String(text, UTF_8)));
                begin = Arrays.copyOf(header, header.length + text.length);
                System.arraycopy(text, 0, begin, header.length, text.length);
            } catch (IOException _) {
                return fault("check.noManifest");
            }
            if (length < layout.bytes()) {
                return fault(
                        "check.cut",
                        Quantities.count(length),
                        Quantities.bytes((double) layout.bytes()));
            }
            if (length > layout.bytes()) {
                return fault("check.tail", Quantities.bytes((double) layout.bytes()));
            }
            return fault(layout, begin, in, meter);
        }
    }

    /**
     * @param begin what was read already: the header of the manifest and the manifest
     */
    private static Optional<String> fault(
            TarLayout layout, byte[] begin, InputStream in, CopyMeter meter)
            throws IOException, InterruptedException {
        for (Piece piece : layout.pieces()) {
            boolean fits =
                    switch (piece.source()) {
                        case Known known -> known.is(read(piece, begin, in));
                        case FromFile(Content file) ->
                                meter.move(in, OutputStream.nullOutputStream(), file.bytes())
                                        .equals(new Moved(file.bytes(), file.sha256()));
                    };
            if (!fits) {
                return piece.source() instanceof FromFile(Content file)
                        ? fault("check.content", file.path())
                        : fault("check.layout", Quantities.count(piece.at()));
            }
        }
        return Optional.empty();
    }

    private static byte[] read(Piece piece, byte[] begin, InputStream in) throws IOException {
        return piece.end() <= begin.length
                ? Arrays.copyOfRange(begin, (int) piece.at(), (int) piece.end())
                : in.readNBytes((int) piece.source().bytes());
    }

    private static Optional<String> fault(String key, Object... arguments) {
        return Optional.of(TEXTS.text(key, arguments));
    }
}
