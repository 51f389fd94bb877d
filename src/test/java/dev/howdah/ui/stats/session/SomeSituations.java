package dev.howdah.ui.stats.session;

import dev.howdah.core.Reading;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import dev.howdah.pg.activity.signal.BackendSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sessions and locks made up for the panels, on no server. */
public final class SomeSituations {
    public static final Instant NOW = Instant.parse("2026-11-21T03:10:00Z");

    private SomeSituations() {}

    @SuppressWarnings("NullAway") // no change is run here
    public static SessionActs acts(boolean readOnly) {
        ChangeTarget target = new ChangeTarget("orders", Environment.PRODUCTION, readOnly);
        return new SessionActs(new BackendSignals(null, null), target, "dba");
    }

    public static Reading<ActivitySnapshot> fresh(SessionRow... rows) {
        return new Reading.Fresh<>(new ActivitySnapshot(List.of(rows), rows.length, 0, true), NOW);
    }

    /** A queue of three, somebody who forgot to commit, a worker, autovacuum, and us. */
    public static Reading<ActivitySnapshot> busyServer() {
        return fresh(
                waiter().row(),
                SomeSession.blocked(8125, 8123, 7990)
                        .since(Duration.ofSeconds(31))
                        .saying("UPDATE orders.stock SET on_hand = on_hand - $1 WHERE sku = $2")
                        .row(),
                holder().row(),
                SomeSession.active(8201)
                        .by("users", "user-service")
                        .waitingOn("IO", "DataFileRead")
                        .saying("SELECT id, email, name FROM users.users WHERE email = $1")
                        .row(),
                SomeSession.active(900)
                        .by("", "")
                        .from("shop", "")
                        .ofType("autovacuum worker")
                        .since(Duration.ofMinutes(22))
                        .saying("autovacuum: VACUUM ANALYZE orders.order_items")
                        .row(),
                SomeSession.active(9000).ours().row());
    }

    private static SomeSession waiter() {
        return SomeSession.blocked(8123, 7990)
                .since(Duration.ofSeconds(130))
                .saying(
                        "UPDATE orders.stock\n   SET on_hand = on_hand - $1\n WHERE sku = $2\n   AND"
                                + " warehouse = $3\nRETURNING on_hand")
                .writing();
    }

    private static SomeSession holder() {
        return SomeSession.idleInTransaction(7990)
                .by("report", "report-service")
                .since(Duration.ofMinutes(14))
                .saying("SELECT * FROM orders.orders WHERE created > now() - '1 day'");
    }

    public static Reading<SessionCountsSnapshot> counts() {
        return new Reading.Fresh<>(
                new SessionCountsSnapshot(
                        IntStream.concat(
                                        IntStream.of(8123, 8125, 7990, 8201, 9000),
                                        IntStream.range(1, 58))
                                .boxed()
                                .toList(),
                        100,
                        3),
                NOW);
    }

    /** Two queues: for a row, and behind a prepared transaction. */
    public static Reading<LocksSnapshot> queues() {
        return new Reading.Fresh<>(
                new LocksSnapshot(
                        List.of(
                                row(
                                        waiter().row(),
                                        new WantedLock(
                                                "ShareLock",
                                                "transactionid",
                                                "orders.stock",
                                                "transaction 745",
                                                "",
                                                Optional.of(Duration.ofSeconds(130)))),
                                row(
                                        SomeSession.blocked(8125, 8123)
                                                .since(Duration.ofSeconds(31))
                                                .saying("UPDATE orders.stock SET on_hand = 7")
                                                .row(),
                                        wantsRow(31)),
                                row(
                                        SomeSession.blocked(8127, 8123, 8125)
                                                .since(Duration.ofSeconds(4))
                                                .saying("UPDATE orders.stock SET on_hand = 8")
                                                .row(),
                                        wantsRow(4)),
                                row(
                                        SomeSession.blocked(8300, LocksSnapshot.PREPARED)
                                                .by("migration", "flyway")
                                                .since(Duration.ofSeconds(12))
                                                .saying(
                                                        "ALTER TABLE payments.payment ADD note text")
                                                .row(),
                                        new WantedLock(
                                                "AccessExclusiveLock",
                                                "relation",
                                                "payments.payment",
                                                "",
                                                "",
                                                Optional.of(Duration.ofSeconds(12)))),
                                new LockRow(
                                        7990,
                                        Optional.of(holder().row()),
                                        Optional.empty(),
                                        List.of(),
                                        List.of()),
                                new LockRow(
                                        LocksSnapshot.PREPARED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        List.of("pay-2026-11-20-17"))),
                        4),
                NOW);
    }

    private static LockRow row(SessionRow session, WantedLock wanted) {
        return new LockRow(
                session.pid(),
                Optional.of(session),
                Optional.of(wanted),
                session.blockedBy(),
                List.of());
    }

    private static WantedLock wantsRow(int seconds) {
        return new WantedLock(
                "ExclusiveLock",
                "tuple",
                "orders.stock",
                "page 0, tuple 1",
                "",
                Optional.of(Duration.ofSeconds(seconds)));
    }
}
