package dev.howdah.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** The floor itself holds. */
class TestServerTest {

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

    private static boolean isRunning(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) != 'T';
    }
}
