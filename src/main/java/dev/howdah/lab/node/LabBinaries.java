package dev.howdah.lab.node;

import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked.
 *
 * @param folder holds bin, lib and share
 */
public record LabBinaries(Path folder) {
    /** Written last: how many files and bytes a whole folder has. */
    private static final String COMPLETE = ".complete";

    private static final double SMALLEST_STEP = 0.01;

    /**
     * Unpacks the archive into a folder of its name, unless that was done before and nothing of it
     * is missing. A folder under this name is always whole: the work is done beside it.
     *
     * @param progress told the share done, 0 to 1
     */
    public static LabBinaries unpacked(
            PostgresArchive archive, Path parent, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Path folder = parent.resolve(archive.name());
        if (isWhole(folder)) {
            return new LabBinaries(folder);
        }
        Path beside = parent.resolve(archive.name() + ".unpacking");
        Folders.delete(beside);
        Folders.delete(folder);
        PrivateFiles.createFolder(beside);
        unpack(archive, beside, progress);
        Files.writeString(beside.resolve(COMPLETE), content(beside));
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        return new LabBinaries(folder);
    }

    /** PostgreSQL's version, by the folder's name without the packager's own number: "18.6". */
    public String version() {
        String name = folder.getFileName().toString();
        return name.substring(name.indexOf('-') + 1).replaceFirst("^(\\d+\\.\\d+)\\.\\d+$", "$1");
    }

    /** One of initdb, pg_ctl and postgres. */
    public Path program(String name) {
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return folder.resolve("bin").resolve(windows ? name + ".exe" : name);
    }

    private static boolean isWhole(Path folder) throws IOException {
        Path complete = folder.resolve(COMPLETE);
        return Files.isRegularFile(complete) && Files.readString(complete).equals(content(folder));
    }

    private static String content(Path folder) throws IOException {
        AtomicLong count = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toFile)
                    .filter(file -> file.isFile() && !file.getName().equals(COMPLETE))
                    .forEach(file -> {
                        count.incrementAndGet();
                        bytes.addAndGet(file.length());
                    });
        }
        return count + " files, " + bytes + " bytes";
    }

    private static void unpack(PostgresArchive archive, Path target, DoubleConsumer progress)
            throws IOException, InterruptedException {
        try (InputStream packed = archive.opening().open()) {
            // a stream from a jar answers with all that is left of its entry
            int packedBytes = Math.max(1, packed.available());
            double told = 0;
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed));
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                write(entry, tar, target);
                double done = 1 - (double) packed.available() / packedBytes;
                if (done >= told + SMALLEST_STEP) {
                    told = done;
                    progress.accept(done);
                }
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            content.transferTo(out);
        }
        boolean runs = (entry.getMode() & 0b001_000_000) != 0;
        if (runs && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file,
                    Set.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));
        }
    }
}
