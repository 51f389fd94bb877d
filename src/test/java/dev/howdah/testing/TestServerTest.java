package dev.howdah.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** The floor itself holds. */
class TestServerTest {
    private static final String HOME = "-Dhowdah.test.postgres=" + TestClusters.home();

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void everyMajorRunsWithStatementsLoaded(int major) throws SQLException {
        TestServer server = TestServer.of(major);

        assertEquals(major, Integer.parseInt(server.ask("SHOW server_version_num")) / 10_000);
        assertEquals("pg_stat_statements", server.ask("SHOW shared_preload_libraries"));
    }

    @Test
    void aServerOfOnesOwnSurvivesBeingKilled() throws SQLException {
        try (TestServer server = TestServer.start(18, Map.of("log_statement", "all"))) {
            server.run("CREATE TABLE kept (id int)", "CHECKPOINT");
            int port = server.port();

            server.kill();
            assertThrows(SQLException.class, server::connect);
            server.start();

            assertEquals(port, server.port());
            assertEquals("0", server.ask("SELECT count(*) FROM kept"));
            assertTrue(server.log().contains("CREATE TABLE kept"));
        }
    }

    @Test
    void aFrozenBackendAnswersAfterTheThaw() throws Exception {
        TestServer server = TestServer.newest();
        try (Connection connection = server.connect()) {
            long pid = connection.unwrap(PGConnection.class).getBackendPID();
            server.freeze(pid);
            assertFalse(isRunning(pid));
            server.thaw(pid);
            assertTrue(connection.isValid(10));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the watch is a shell script")
    void aServerEndsWithItsJvmAlsoWhenThatIsKilled(@TempDir Path folder) throws Exception {
        ProcessHandle postmaster;
        Path data;
        try (ChildProgram child = ChildProgram.start(List.of(HOME), ServingProgram.class, folder)) {
            child.awaitFirstLine();
            String[] said = child.said().getFirst().split(" ", 2);
            postmaster = ProcessHandle.of(Long.parseLong(said[0])).orElseThrow();
            data = Path.of(said[1]);
            assertTrue(postmaster.isAlive());
            // what nobody can find by its file has to end, too
            Files.delete(data.resolve("postmaster.pid"));
            child.kill();
        }
        Await.until(
                "the server is gone, and its folder",
                () -> !postmaster.isAlive() && !Files.exists(data.getParent()));
    }

    private static boolean isRunning(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) != 'T';
    }
}
