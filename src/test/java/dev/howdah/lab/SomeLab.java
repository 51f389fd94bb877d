package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.access.AccessRules;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.PostgresArchive;
import dev.howdah.lab.workload.ServiceLogin;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestClusters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Labs for tests, in folders with names as people give them. They share the unpacked programs; one
 * lab is shared by all tests of the JVM.
 */
public final class SomeLab {
    private static final List<LabProgress> FIRST_PROGRESS = new ArrayList<>();

    /** Two JVMs must not unpack into one folder at a time. */
    private static final Path PROGRAMS = TestClusters.labPrograms();

    private static List<String> firstBackups = List.of();
    private static @Nullable Path filled;
    private static @Nullable Path small;
    private static @Nullable LabCluster shared;

    private SomeLab() {}

    /** An opening of the lab in this folder that finds the programs unpacked. */
    static LabOpening in(Path folder) {
        return new LabOpening(folder, programs(), _ -> {});
    }

    /** Where the programs are unpacked by whoever needs them first. */
    public static Path programs() {
        return PROGRAMS;
    }

    /** Puts a lab there that was opened and filled once; that is quicker than filling one. */
    static synchronized void copyTo(Path folder) throws Exception {
        Path template = filled;
        if (template == null) {
            template = Files.createTempDirectory("howdah's lab");
            filled = template;
            removeAtExit(template);
            LabCluster.open(new LabOpening(template, programs(), FIRST_PROGRESS::add)).close();
            firstBackups = names(template.resolve("cluster/archive/backups"));
            // tests make the backups they want; without one, copies take half the time
            TestClusters.delete(template.resolve("cluster/archive"));
        }
        TestClusters.copy(template.resolve("cluster"), folder.resolve("cluster"));
    }

    /** Puts a lab there that holds one empty schema; nodes of it are built in a second. */
    public static synchronized void copySmallTo(Path folder) throws Exception {
        Path template = small;
        if (template == null) {
            template = Files.createTempDirectory("howdah's small lab");
            small = template;
            removeAtExit(template);
            make(template);
        }
        TestClusters.copy(template.resolve("cluster"), folder.resolve("cluster"));
    }

    /** Lets a lab in this folder find the programs unpacked, as those of {@link #in} do. */
    public static void linkPrograms(Path folder) throws Exception {
        PostgresArchive archive = PostgresArchive.onClassPath();
        LabBinaries.unpacked(archive, programs(), _ -> {});
        Files.createDirectories(folder);
        Files.createSymbolicLink(
                folder.resolve(archive.name()), programs().resolve(archive.name()));
    }

    private static void make(Path template) throws Exception {
        LabBinaries binaries =
                LabBinaries.unpacked(PostgresArchive.onClassPath(), programs(), _ -> {});
        LabNode node = new LabNode(binaries, template.resolve("cluster/node-1"));
        node.create(List.of("--encoding=UTF8", "--no-locale", "--no-sync"));
        node.start(Map.of());
        LabAccess access = node.access(LabNode.MAINTENANCE_DATABASE);
        // tests kill processes and not the machine
        run(access, "ALTER SYSTEM SET fsync = off");
        run(access, "CREATE DATABASE techcorp");
        run(access.withDatabase("techcorp"), "CREATE EXTENSION pg_stat_statements");
        // the sample data are not filled in where somebody has changed them
        run(access.withDatabase("techcorp"), "CREATE SCHEMA auth");
        node.stop();
    }

    public static void run(LabAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect("howdah test");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Opens the small lab in this folder. */
    public static LabCluster openSmall(Path folder) throws Exception {
        if (!Files.isDirectory(folder.resolve("cluster"))) {
            copySmallTo(folder);
        }
        return LabCluster.open(in(folder));
    }

    /** Waits until it is all that its plan promises. */
    public static void settle(LabCluster lab) {
        Await.until("the lab is settled", Duration.ofSeconds(60), () -> lab.facts().settled());
    }

    /** Waits until it was noticed that a node is dead, and all is as it was before. */
    public static void settleAfterFailure(LabCluster lab) {
        Await.until("the failure is noticed", Duration.ofSeconds(60), () -> !lab.facts().settled());
        settle(lab);
    }

    /** The folders of the backups that there were when that lab had opened for the first time. */
    static List<String> firstBackups() {
        return firstBackups;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).sorted().toList();
        }
    }

    /** The ranges of its allowlist. */
    public static List<String> allowed(LabCluster lab) {
        try {
            return lab.keeping().admission().rules().entries().stream()
                    .map(AccessRules.Entry::cidr)
                    .toList();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first moment to which it can go back. */
    public static Instant earliest(LabCluster lab) {
        try {
            return lab.keeping().window().earliest().orElseThrow();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was told while the lab that {@link #copyTo} copies was opened for the first time. */
    static List<LabProgress> firstProgress() {
        return FIRST_PROGRESS;
    }

    /** A filled lab that every test may read; its workload is not running. */
    public static synchronized LabCluster shared() {
        LabCluster lab = shared;
        if (lab == null) {
            try {
                Path folder = Files.createTempDirectory("howdah's lab");
                copyTo(folder);
                removeAtExit(folder);
                lab = LabCluster.open(in(folder));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            shared = lab;
        }
        return lab;
    }

    /** Logs in as the services of the shared lab. */
    public static ServiceLogin services() {
        return shared().services();
    }

    /** The rows of an answer, columns joined by a bar. */
    public static List<String> ask(LabCluster lab, String sql) throws SQLException {
        return ask(lab.access(), sql);
    }

    /** The same of any server of a lab. */
    public static List<String> ask(LabAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect("howdah test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                answer.add(String.join(" | ", row));
            }
            return answer;
        }
    }

    /** Fails when a server, or something that makes one, still works for this folder. */
    static void assertNothingRunsIn(Path folder) throws Exception {
        Await.until(
                "nothing runs in " + folder,
                () ->
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .noneMatch(line -> line.contains(folder.resolve("cluster") + "")));
    }

    /** Whether a process has ended, even if nobody has asked for its exit code yet. */
    static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    private static void removeAtExit(Path folder) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            try {
                                close();
                                TestClusters.delete(folder);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }));
    }

    private static synchronized void close() {
        if (shared != null) {
            shared.close();
        }
    }
}
