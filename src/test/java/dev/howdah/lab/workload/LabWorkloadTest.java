package dev.howdah.lab.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.SomeLab;
import dev.howdah.testing.Await;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The workload as a whole is switched on and off. */
class LabWorkloadTest {
    private static final List<String> EVERYBODY =
            List.of(
                    "auth-service",
                    "catalog-service",
                    "inventory-service",
                    "order-service",
                    "payment-service",
                    "user-service");

    private final LabWorkload workload = new LabWorkload(SomeLab.services(), 1);

    @AfterEach
    void stop() throws Exception {
        workload.stop();
        Await.until("no session is left", () -> sessions().isEmpty());
    }

    @Test
    void everyServiceWorksUntilItIsStopped() throws Exception {
        workload.start();
        assertTrue(workload.isRunning());
        Await.until("everybody works", () -> sessions().containsAll(EVERYBODY));

        workload.stop();
        assertFalse(workload.isRunning());
        Await.until("no session is left", () -> sessions().isEmpty());
        workload.start();
        Await.until("everybody is back", () -> sessions().containsAll(EVERYBODY));
    }

    @Test
    void startingAndStoppingTwiceIsAsGoodAsOnce() {
        workload.start();
        workload.start();
        workload.stop();
        workload.stop();

        assertFalse(workload.isRunning());
    }

    @Test
    void servicesWhoseSessionsWereEndedComeBack() throws Exception {
        workload.start();
        Await.until("everybody works", () -> sessions().containsAll(EVERYBODY));
        List<String> before = pids();
        SomeLab.ask(
                SomeLab.shared(),
                """
                SELECT pg_terminate_backend(pid)
                  FROM pg_stat_activity
                 WHERE application_name LIKE '%-service'
                """);

        Await.until(
                "everybody is back",
                () ->
                        sessions().containsAll(EVERYBODY)
                                && pids().stream().noneMatch(before::contains));
    }

    @Test
    void itStopsInTimeEvenWhenAllWaitForSomebodyElse() throws Exception {
        try (Connection connection = SomeLab.shared().access().connect("howdah test");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE orders.orders, users.users, auth.sessions");
            workload.start();
            Await.until("some wait", () -> waiting() >= 3);

            // the lock is held until they have gone
            workload.stop();
            Await.until("no session is left", () -> sessions().isEmpty());
        }
    }

    @Test
    void theSameSeedGivesTheSameStatements() throws Exception {
        assertEquals(statementsOf(3), statementsOf(3));
    }

    private static List<String> statementsOf(long seed) throws Exception {
        SomeLab.ask(SomeLab.shared(), "SELECT pg_stat_statements_reset()");
        try (Stage stage =
                new Stage(SomeLab.services(), new java.util.concurrent.CountDownLatch(1))) {
            for (ServiceTraffic traffic : ServiceTraffic.ofEveryService(seed)) {
                for (int i = 0; i < 5; i++) {
                    traffic.perform(stage);
                }
            }
        }
        return SomeLab.ask(
                SomeLab.shared(),
                """
                SELECT queryid, calls
                  FROM pg_stat_statements s
                  JOIN pg_roles r ON r.oid = s.userid
                 WHERE r.rolname LIKE '%-service'
                 ORDER BY queryid
                """);
    }

    private static long waiting() throws SQLException {
        return Long.parseLong(
                SomeLab.ask(
                                SomeLab.shared(),
                                """
                                SELECT count(*)
                                  FROM pg_stat_activity
                                 WHERE application_name LIKE '%-service'
                                   AND wait_event_type = 'Lock'
                                """)
                        .getFirst());
    }

    private static List<String> sessions() throws SQLException {
        return activity("application_name");
    }

    private static List<String> pids() throws SQLException {
        return activity("pid");
    }

    private static List<String> activity(String column) throws SQLException {
        return SomeLab.ask(
                SomeLab.shared(),
                """
                SELECT %s
                  FROM pg_stat_activity
                 WHERE application_name LIKE '%%-service'
                 ORDER BY application_name
                """
                        .formatted(column));
    }
}
