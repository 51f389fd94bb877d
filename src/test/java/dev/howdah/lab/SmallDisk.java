package dev.howdah.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.howdah.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** A disk of our own in memory, which takes root to have. */
record SmallDisk(Path path, boolean mounted) implements AutoCloseable {

    /** The test is not run for people who may not mount a disk. */
    static SmallDisk ofMegabytes(int megabytes, Path parent) throws IOException {
        SmallDisk disk = mounted(parent, "size=" + megabytes + "m");
        assumeTrue(disk.mounted, "only root may mount a disk");
        return disk;
    }

    /** For root, whom rights don't stop, a disk; for others a folder without the right to write. */
    static SmallDisk readOnly(Path parent) throws IOException {
        SmallDisk disk = mounted(parent, "ro,size=1m");
        if (!disk.mounted) {
            Files.setPosixFilePermissions(disk.path, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        return disk;
    }

    private static SmallDisk mounted(Path parent, String options) throws IOException {
        Path path = Files.createDirectory(parent.resolve("disk"));
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return new SmallDisk(
                path, root && run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path) == 0);
    }

    /** A child that is just being started anywhere in the JVM holds its files open for a moment. */
    @Override
    public void close() {
        if (mounted) {
            Await.until("nobody uses " + path, () -> run("umount", path) == 0);
        }
    }

    private static int run(Object... command) throws IOException {
        return new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
