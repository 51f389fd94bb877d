package dev.howdah.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Whether every file in a zip passes its checksum, and the list at the end names the same files
 * with the same checksums. The JDK reads the one or the other, never both.
 */
public final class ZipCheck {
    private ZipCheck() {}

    private record Packed(String name, long size, long crc) {}

    public static void run(Path file, InputStream in) throws IOException {
        try {
            if (!contents(in).equals(listed(file))) {
                throw Unsound.damaged();
            }
        } catch (ZipException | IllegalArgumentException _) {
            throw Unsound.damaged();
        } catch (java.io.EOFException _) {
            throw Unsound.cut();
        }
    }

    private static List<Packed> listed(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return sorted(
                    zip.stream()
                            .map(e -> new Packed(e.getName(), e.getSize(), e.getCrc()))
                            .toList());
        }
    }

    private static List<Packed> contents(InputStream in) throws IOException {
        List<Packed> packed = new ArrayList<>();
        // the stream belongs to the caller, who reads on to its end
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            CountedInput inside = new CountedInput(zip);
            ContentCheck.of(inside);
            zip.closeEntry();
            packed.add(new Packed(entry.getName(), entry.getSize(), entry.getCrc()));
        }
        in.transferTo(java.io.OutputStream.nullOutputStream());
        return sorted(packed);
    }

    private static List<Packed> sorted(List<Packed> packed) {
        return packed.stream()
                .sorted(Comparator.comparing(Packed::name).thenComparing(Packed::crc))
                .toList();
    }
}
