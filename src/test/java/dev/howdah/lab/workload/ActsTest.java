package dev.howdah.lab.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.SomeLab;
import dev.howdah.testing.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each act leaves the sign that a DBA is meant to find. */
class ActsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final long SEED = 7;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Stage stage = new Stage(SomeLab.services(), stopped);

    @BeforeEach
    void forgetStatements() throws SQLException {
        ask("SELECT pg_stat_statements_reset()");
    }

    @AfterEach
    void leaveNoSession() throws Exception {
        stage.close();
        Await.until("no session is left", () -> sessions().isEmpty());
    }

    @Test
    void trafficIsFastAndFindsWhatItLooksFor() throws Exception {
        List<ServiceTraffic> traffic = ServiceTraffic.ofEveryService(SEED);
        for (int round = 0; round < 40; round++) {
            for (ServiceTraffic service : traffic) {
                service.perform(stage);
            }
        }

        assertEquals(
                List.of("960 | t | t"),
                ask(
                        """
                        SELECT sum(calls),
                               max(mean_exec_time) < 50          AS fast,
                               min(rows) FILTER (WHERE query LIKE 'SELECT%id = $1') > 0 AS found
                          FROM pg_stat_statements s
                          JOIN pg_roles r ON r.oid = s.userid
                         WHERE r.rolname LIKE '%-service'
                           AND query !~ '^(BEGIN|SET)'
                        """));
        assertEquals(
                List.of(
                        "auth-service",
                        "catalog-service",
                        "inventory-service",
                        "order-service",
                        "payment-service",
                        "user-service"),
                sessions());
    }

    @Test
    void newOrdersAndVisitorsReplaceOldOnes() throws Exception {
        ServiceTraffic orders = ServiceTraffic.ofEveryService(SEED).get(2);
        for (int i = 0; i < 30; i++) {
            orders.perform(stage);
        }

        assertEquals(List.of("120001"), ask("SELECT count(*) FROM orders.orders"));
        assertEquals(List.of("360001"), ask("SELECT count(*) FROM orders.order_items"));
        ask("DELETE FROM orders.orders WHERE id > 120000 RETURNING id");
    }

    @Test
    void theSlowSearchReadsTheWholeTable() throws Exception {
        new SlowSearch(SEED).perform(stage);

        assertEquals(
                List.of("1 | 20 | t"),
                ask(
                        """
                        SELECT s.calls,
                               s.rows,
                               s.shared_blks_hit + s.shared_blks_read
                                   >= pg_relation_size('orders.order_items') / 8192 AS reads_all
                          FROM pg_stat_statements s
                         WHERE s.query LIKE '%FROM orders.order_items i%'
                        """));
    }

    @Test
    void theReportSortsOnDisk() throws Exception {
        new SpillingReport().perform(stage);

        assertEquals(
                List.of("1 | t"),
                ask(
                        """
                        SELECT calls, temp_blks_written > 100
                          FROM pg_stat_statements
                         WHERE query LIKE '%row_number()%'
                        """));
    }

    @Test
    void threeWaitInTheLockQueueUntilTheHolderLetsGo() throws Exception {
        FutureTask<Void> act = begin(new LockQueue(LONG, SEED));
        Await.until(
                "one holds, three wait",
                () ->
                        waiting()
                                .equals(
                                        List.of(
                                                "order-service | idle in transaction | t",
                                                "order-service | Lock | f",
                                                "payment-service | Lock | f",
                                                "payment-service | Lock | f")));
        stopped.countDown();

        assertStopped(act);
    }

    @Test
    void theLockQueueEndsByItself() throws Exception {
        new LockQueue(Duration.ofMillis(100), SEED).perform(stage);

        assertEquals(
                List.of("4"),
                ask(
                        "SELECT sum(calls) FROM pg_stat_statements WHERE query LIKE 'UPDATE orders.orders%'"));
    }

    @Test
    void aTransactionIsForgotten() throws Exception {
        FutureTask<Void> act = begin(new IdleTransaction(LONG, SEED));
        Await.until(
                "a session is idle in transaction",
                () -> waiting().equals(List.of("user-service | idle in transaction | f")));
        stopped.countDown();

        assertStopped(act);
    }

    @Test
    void aDeadlockIsFoundAndSurvived() throws Exception {
        String before = deadlocks();
        new Deadlock(SEED).perform(stage);

        Await.until("a deadlock is counted", () -> !deadlocks().equals(before));
    }

    private FutureTask<Void> begin(Act act) {
        FutureTask<Void> task =
                new FutureTask<>(() -> {
                    act.perform(stage);
                    return null;
                });
        Thread.ofVirtual().start(task);
        return task;
    }

    private static void assertStopped(FutureTask<Void> act) {
        ExecutionException ended = assertThrows(ExecutionException.class, act::get);
        assertTrue(ended.getCause() instanceof InterruptedException, ended.toString());
    }

    private static List<String> waiting() throws SQLException {
        return ask(
                """
                SELECT a.application_name,
                       CASE WHEN a.wait_event_type = 'Lock' THEN 'Lock' ELSE a.state END AS does,
                       EXISTS (SELECT 1
                                 FROM pg_stat_activity w
                                WHERE a.pid = ANY (pg_blocking_pids(w.pid))
                                  AND a.state = 'idle in transaction') AS blocks
                  FROM pg_stat_activity a
                 WHERE a.application_name LIKE '%-service'
                 ORDER BY blocks DESC, a.application_name
                """);
    }

    private static List<String> sessions() throws SQLException {
        return ask(
                """
                SELECT application_name
                  FROM pg_stat_activity
                 WHERE application_name LIKE '%-service'
                 ORDER BY application_name
                """);
    }

    private static String deadlocks() throws SQLException {
        return ask("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .getFirst();
    }

    private static List<String> ask(String sql) throws SQLException {
        return SomeLab.ask(SomeLab.shared(), sql);
    }
}
