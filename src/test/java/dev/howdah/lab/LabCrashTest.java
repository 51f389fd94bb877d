package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperations;
import dev.howdah.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app is killed, and started again. */
class LabCrashTest {

    @Test
    void killedWhileUnpackingAndMakingAndFillingItIsWholeInTheEnd(@TempDir Path folder)
            throws Exception {
        Path programs = folder.resolve("programs");
        killAt("UNPACKING 0.1", folder, programs);
        try (Stream<Path> unpacked = Files.list(programs)) {
            assertTrue(unpacked.allMatch(path -> path.toString().endsWith(".unpacking")));
        }
        killAt("CREATING", folder, programs);
        killAt("FILLING 0.8", folder, programs);
        ProcessHandle abandoned = server(folder);

        try (LabCluster lab = LabCluster.open(new LabOpening(folder, programs, _ -> {}))) {
            Await.until("the old server is gone", () -> SomeLab.isGone(abandoned));
            assertEquals(
                    List.of("360000 | 119000"),
                    SomeLab.ask(
                            lab,
                            """
                            SELECT (SELECT count(*) FROM orders.order_items),
                                   (SELECT count(*) FROM payments.transactions)
                            """));
        }
        SomeLab.assertNothingRunsIn(folder);
        assertEquals(
                List.of(
                        "access",
                        "archive",
                        "node-1",
                        "operations",
                        "services-password",
                        "superuser-password",
                        "tls",
                        "topology.properties"),
                names(folder.resolve("cluster")));
        assertEquals(List.of("postgres-18.6.0"), names(programs));
    }

    @Test
    void killedAtWorkItsServerIsFoundAndStopped(@TempDir Path folder) throws Exception {
        SomeLab.copyTo(folder);
        killAt("READY", folder, SomeLab.programs());
        ProcessHandle abandoned = server(folder);
        assertTrue(abandoned.isAlive());

        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            Await.until("the old server is gone", () -> SomeLab.isGone(abandoned));
            assertEquals(
                    List.of("0"),
                    SomeLab.ask(
                            lab,
                            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '%service'"));
            SomeLab.run(lab.access(), "ALTER SYSTEM SET work_mem = '7MB'");
            // no server starts with it, which nobody notices before the next start
            SomeLab.run(
                    lab.access(), "ALTER SYSTEM SET shared_preload_libraries = no_such_library");
        }

        killAt("READY", folder, SomeLab.programs());
        ProcessHandle crashed = server(folder);
        crashed.destroyForcibly();
        new LabOperations(folder.resolve("cluster/operations"))
                .begin(
                        LabOperation.planned(
                                UUID.randomUUID(),
                                LabOperation.Act.MAINTENANCE,
                                "Maintenance: work_mem",
                                List.of("Restart node-1"),
                                "",
                                Map.of(),
                                Instant.now()));
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            assertEquals(
                    List.of("120000"),
                    SomeLab.ask(lab, "SELECT count(*) FROM orders.orders WHERE id <= 120000"));
            assertEquals(
                    List.of("7MB | pg_stat_statements"),
                    SomeLab.ask(
                            lab,
                            """
                            SELECT current_setting('work_mem'),
                                   current_setting('shared_preload_libraries')
                            """));
            assertEquals(
                    List.of(
                            "Maintenance: work_mem",
                            "Start node-1 without shared_preload_libraries"),
                    lab.operations().all().stream().map(LabOperation::title).toList());
            assertEquals(
                    "Howdah was ended in the middle of it. All nodes are started anew after that, so"
                            + " what they start with is in force.",
                    lab.operations().all().getFirst().sentence());
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    @Test
    void endedByTheDesktopItStopsItsServer(@TempDir Path folder) throws Exception {
        try (LabProcess app = LabProcess.open(folder, SomeLab.programs())) {
            app.waitFor("FILLING");
            ProcessHandle server = server(folder);
            app.terminate();
            Await.until("the server ended", () -> SomeLab.isGone(server));
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    private static void killAt(String progress, Path folder, Path programs) throws IOException {
        try (LabProcess app = LabProcess.open(folder, programs)) {
            app.waitFor(progress);
        }
    }

    private static ProcessHandle server(Path folder) throws IOException {
        Path file = folder.resolve("cluster/node-1/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).sorted().toList();
        }
    }
}
