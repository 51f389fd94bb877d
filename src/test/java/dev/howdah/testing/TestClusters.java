package dev.howdah.testing;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.PostgresArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Empty database clusters for tests: unpacked and made once for each major version, then copied.
 * They live beside the packed binaries, under the build's own folder.
 */
public final class TestClusters {
    private static final Path HOME =
            Path.of(System.getProperty("howdah.test.postgres", "target/postgres")).toAbsolutePath();
    private static final Path RUNS = HOME.resolve("runs");
    private static final Path RUN = RUNS.resolve(Long.toString(ProcessHandle.current().pid()));
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final Queue<LabNode> RUNNING = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(TestClusters::stopAll, "test-servers-stop"));
        RunWatch.begin(RUN);
    }

    private TestClusters() {}

    /** The build's folder for servers of tests; it outlives a run. */
    public static Path home() {
        return HOME;
    }

    /** The unpacked programs of a major version. */
    public static synchronized LabBinaries binaries(int major)
            throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try (FileChannel channel = lockFile();
                FileLock _ = channel.lock()) {
            return unpacked(major);
        }
    }

    /** The programs that the console brings along, in a folder for all labs of the tests. */
    public static synchronized Path labPrograms() {
        Path programs = HOME.resolve("lab");
        try {
            Files.createDirectories(programs);
            try (FileChannel channel = lockFile();
                    FileLock _ = channel.lock()) {
                LabBinaries.unpacked(PostgresArchive.onClassPath(), programs, _ -> {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return programs;
    }

    /** For those who hold the lock: a JVM can't take it twice. */
    private static LabBinaries unpacked(int major) throws IOException, InterruptedException {
        return LabBinaries.unpacked(
                PostgresArchive.inJar(HOME.resolve("postgres-" + major + ".jar")), HOME, _ -> {});
    }

    /** A cluster of one's own that is not running yet. */
    public static synchronized LabNode copyOf(int major)
            throws IOException, ProblemException, InterruptedException {
        LabBinaries binaries = binaries(major);
        Path template = HOME.resolve("template-" + binaries.folder().getFileName());
        try (FileChannel channel = lockFile();
                FileLock _ = channel.lock()) {
            removeRunsOfTheDead();
            LabNode made = new LabNode(binaries, template);
            if (!made.exists()) {
                made.create(List.of("--encoding=UTF8", "--no-locale", "--no-sync"));
            }
        }
        Path copy = RUN.resolve(major + "-" + COPIES.incrementAndGet());
        copy(template, copy);
        return new LabNode(binaries, copy);
    }

    public static void stopAtExit(LabNode node) {
        RUNNING.add(node);
    }

    private static FileChannel lockFile() throws IOException {
        return FileChannel.open(
                HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** All at once, and one that can't be stopped keeps no other one running. */
    private static void stopAll() {
        List<Thread> stopping =
                RUNNING.stream().map(node -> Thread.ofPlatform().start(() -> stop(node))).toList();
        try {
            for (Thread each : stopping) {
                each.join();
            }
            delete(RUN);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(LabNode node) {
        try {
            try {
                node.stop();
            } catch (ProblemException _) {
                node.kill();
            }
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a run left behind whose watch was ended, too, as when the desktop was switched off. */
    private static void removeRunsOfTheDead() throws IOException, InterruptedException {
        Files.createDirectories(RUNS);
        for (Path run : children(RUNS)) {
            if (ProcessHandle.of(Long.parseLong(run.getFileName().toString())).isEmpty()) {
                try {
                    remove(run);
                } catch (IOException | UncheckedIOException | ProblemException _) {
                    // the watch of that run is at it right now
                }
            }
        }
    }

    private static void remove(Path run)
            throws IOException, ProblemException, InterruptedException {
        for (Path server : children(run)) {
            int major = Integer.parseInt(server.getFileName().toString().split("-", 2)[0]);
            new LabNode(unpacked(major), server).stop();
        }
        delete(run);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    /** Copies a folder with all that is in it; the copy must not exist yet. */
    public static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Removes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = new ArrayList<>(files.toList()).reversed();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
