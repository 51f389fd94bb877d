package dev.howdah.pg.activity.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.activity.Asker;
import dev.howdah.pg.activity.Other;
import dev.howdah.pg.activity.SessionState;
import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues for locks, made on purpose, and how they are read. */
final class LocksQueryTest {
    private static final String MAJORS = "dev.howdah.testing.TestServer#majors";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T open(T some) {
        opened.add(some);
        return some;
    }

    private Other other(TestServer server) throws SQLException {
        return open(Other.named(server, "lock"));
    }

    private void stock(TestServer server) throws SQLException {
        server.run(
                "CREATE SCHEMA \"or ders\"",
                "CREATE TABLE \"or ders\".stock (n int)",
                "INSERT INTO \"or ders\".stock VALUES (1), (2)");
        open(() -> server.run("DROP SCHEMA \"or ders\" CASCADE"));
    }

    private static LockRow row(LocksSnapshot locks, int pid) {
        return locks.rows().stream().filter(row -> row.pid() == pid).findFirst().orElseThrow();
    }

    /** The tree as "1(2(3))". */
    private static String shape(LockTree tree) {
        String inner = shape(tree.waiters());
        return tree.row().pid() + (inner.isEmpty() ? "" : "(" + inner + ")");
    }

    private static String shape(List<LockTree> trees) {
        return String.join(" ", trees.stream().map(LocksQueryTest::shape).toList());
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aQueueForARowIsATreeUnderWhoHoldsIt(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        stock(server);
        Other holder = other(server);
        holder.run("BEGIN", "UPDATE \"or ders\".stock SET n = 3 WHERE n = 1");
        Other next = other(server);
        next.beginAndQueue("UPDATE \"or ders\".stock SET n = 4 WHERE n = 1");
        Other last = other(server);
        last.beginAndQueue("UPDATE \"or ders\".stock SET n = 5 WHERE n = 1");
        Other aside = other(server);
        aside.begin("SELECT pg_sleep(60)");

        LocksSnapshot locks = asker.ask(new LocksQuery());

        assertEquals(
                "%d(%d(%d))".formatted(holder.pid(), next.pid(), last.pid()),
                shape(LockTree.of(locks)));
        assertEquals(2, locks.waiting());
        assertEquals(2, LockTree.of(locks).getFirst().behind());
        assertEquals(Set.of(next.pid(), last.pid()), locks.waitersBehind(Set.of(holder.pid())));
        WantedLock first = row(locks, next.pid()).wanted().orElseThrow();
        assertEquals("transactionid", first.kind());
        assertEquals("ShareLock", first.mode());
        assertEquals("or ders.stock", first.relation(), "found by the tuple it holds meanwhile");
        WantedLock second = row(locks, last.pid()).wanted().orElseThrow();
        assertEquals(
                new WantedLock(
                        "ExclusiveLock",
                        "tuple",
                        "or ders.stock",
                        "page 0, tuple 1",
                        "",
                        second.waiting()),
                second);
        assertEquals(major >= 14, second.waiting().isPresent());
        assertEquals(
                SessionState.IDLE_IN_TRANSACTION,
                row(locks, holder.pid()).session().orElseThrow().state());
        assertEquals(
                "UPDATE \"or ders\".stock SET n = 3 WHERE n = 1",
                row(locks, holder.pid()).session().orElseThrow().statement().text().text());
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void whoMerelyStandsAheadInTheQueueBlocksToo(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        stock(server);
        Other reader = other(server);
        reader.run("BEGIN", "SELECT * FROM \"or ders\".stock");
        Other alter = other(server);
        alter.beginAndQueue("ALTER TABLE \"or ders\".stock ADD note text");
        Other late = other(server);
        late.beginAndQueue("SELECT * FROM \"or ders\".stock");
        Other later = other(server);
        later.beginAndQueue("SELECT * FROM \"or ders\".stock");

        LocksSnapshot locks = asker.ask(new LocksQuery());

        String waiters =
                major >= 14 || late.pid() < later.pid()
                        ? "%d %d".formatted(late.pid(), later.pid())
                        : "%d %d".formatted(later.pid(), late.pid());
        assertEquals(
                "%d(%d(%s))".formatted(reader.pid(), alter.pid(), waiters),
                shape(LockTree.of(locks)));
        WantedLock wanted = row(locks, alter.pid()).wanted().orElseThrow();
        assertEquals("AccessExclusiveLock", wanted.mode());
        assertEquals("relation", wanted.kind());
        assertEquals("or ders.stock", wanted.relation());
        assertEquals("", wanted.where());
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aDeadlockIsShownOnceAndCalledACycle(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        stock(server);
        Other one = other(server);
        one.run(
                "SET deadlock_timeout = '60s'",
                "BEGIN",
                "UPDATE \"or ders\".stock SET n = 11 WHERE n = 1");
        Other two = other(server);
        two.run(
                "SET deadlock_timeout = '60s'",
                "BEGIN",
                "UPDATE \"or ders\".stock SET n = 12 WHERE n = 2");
        one.beginAndQueue("UPDATE \"or ders\".stock SET n = 13 WHERE n = 2");
        two.beginAndQueue("UPDATE \"or ders\".stock SET n = 14 WHERE n = 1");

        List<LockTree> trees = LockTree.of(asker.ask(new LocksQuery()));

        assertEquals(1, trees.size());
        assertTrue(trees.getFirst().inCycle());
        assertEquals(1, trees.getFirst().behind());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void aPreparedTransactionIsNamed(int major) throws Exception {
        TestServer server = open(TestServer.start(major, Map.of("max_prepared_transactions", "5")));
        Asker asker = open(Asker.of(server));
        stock(server);
        Other coordinator = other(server);
        coordinator.run("BEGIN", "SELECT 1", "PREPARE TRANSACTION 'harmless'");
        coordinator.run(
                "BEGIN",
                "UPDATE \"or ders\".stock SET n = 3 WHERE n = 1",
                "PREPARE TRANSACTION 'it''s forgotten'");
        open(() ->
                server.run("ROLLBACK PREPARED 'it''s forgotten'", "ROLLBACK PREPARED 'harmless'"));
        Other waiter = other(server);
        waiter.beginAndQueue("UPDATE \"or ders\".stock SET n = 4 WHERE n = 1");

        LocksSnapshot locks = asker.ask(new LocksQuery());

        assertEquals("0(%d)".formatted(waiter.pid()), shape(LockTree.of(locks)));
        assertEquals(
                new LockRow(
                        LocksSnapshot.PREPARED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of("it's forgotten")),
                row(locks, LocksSnapshot.PREPARED));
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aLockInAnotherDatabaseIsNotGivenANameFromOurs(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        server.run("CREATE DATABASE lock_there");
        open(() -> server.run("DROP DATABASE lock_there"));
        server.runIn("lock_there", "CREATE TABLE t (n int)");
        Other holder = open(Other.of(server, server.connect("lock_there"), "lock"));
        holder.run("BEGIN", "LOCK TABLE t");
        String oid = holder.ask("SELECT 't'::regclass::oid");
        Other waiter = open(Other.of(server, server.connect("lock_there"), "lock"));
        waiter.beginAndQueue("SELECT * FROM t");

        LocksSnapshot locks = asker.ask(new LocksQuery());

        WantedLock wanted = row(locks, waiter.pid()).wanted().orElseThrow();
        assertEquals(
                new WantedLock(
                        "AccessShareLock",
                        "relation",
                        "",
                        "relation " + oid,
                        "lock_there",
                        wanted.waiting()),
                wanted);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void aPlainRoleSeesTheQueueThoughNotWhatTheSessionsDo(int major) throws Exception {
        TestServer server = TestServer.of(major);
        open(() -> server.run("DROP ROLE lock_plain"));
        Asker plain = open(Asker.with(server, "lock_plain", ""));
        stock(server);
        Other holder = other(server);
        holder.run("BEGIN", "LOCK TABLE \"or ders\".stock");
        Other waiter = other(server);
        waiter.beginAndQueue("SELECT * FROM \"or ders\".stock");

        LocksSnapshot locks = plain.ask(new LocksQuery());

        assertEquals("%d(%d)".formatted(holder.pid(), waiter.pid()), shape(LockTree.of(locks)));
        assertEquals(SessionState.HIDDEN, row(locks, holder.pid()).session().orElseThrow().state());
        assertEquals(
                Optional.empty(),
                row(locks, holder.pid()).session().orElseThrow().key().backendStart());
        assertEquals("or ders.stock", row(locks, waiter.pid()).wanted().orElseThrow().relation());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void nobodyWaitsOnAQuietServer(int major) throws Exception {
        Asker asker = open(Asker.of(TestServer.of(major)));

        // those who waited in another test may still be ending
        Await.until(
                "nobody waits",
                () -> asker.ask(new LocksQuery()).equals(new LocksSnapshot(List.of(), 0)));
    }
}
