package dev.howdah.health.vacuum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot.TableRow;
import dev.howdah.pg.server.vacuum.HorizonSnapshot;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.HolderRow;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.Kind;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.PreparedRow;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said about everything that VACUUM has to do and about what keeps it from doing so. */
class VacuumRulesTest {

    private static WraparoundSnapshot ages(long freezeMaxAge, DatabaseAgeRow... databases) {
        return new WraparoundSnapshot(freezeMaxAge, 2 * freezeMaxAge, List.of(databases));
    }

    private static String judged(HealthRule rule, WraparoundSnapshot facts) {
        return Judged.by(rule, WraparoundSnapshot.class, facts);
    }

    private static String judged(HealthRule rule, HorizonSnapshot facts) {
        return Judged.by(rule, HorizonSnapshot.class, facts);
    }

    private static String judged(HealthRule rule, TableRow... tables) {
        return Judged.by(rule, DeadRowsSnapshot.class, new DeadRowsSnapshot(List.of(tables)));
    }

    @Test
    void transactionIdsAreJudgedByTheOldestDatabase() {
        HealthRule rule = new TransactionIdWraparound();
        DatabaseAgeRow young = new DatabaseAgeRow("postgres", 1_000, 0);

        assertEquals(
                "OK: 9 % of the transaction ids are used in shop: 200 M transactions.",
                judged(rule, ages(200_000_000, young, new DatabaseAgeRow("shop", 200_000_000, 0))));
        assertEquals(
                "WARNING: 40 % of the transaction ids are used in shop: 860 M transactions without a"
                        + " freeze.",
                judged(rule, ages(200_000_000, young, new DatabaseAgeRow("shop", 860_000_000, 0))));
        assertEquals(
                "CRITICAL: 60 % of the transaction ids are used in shop: 1.29 G transactions"
                        + " without a freeze.",
                judged(
                        rule,
                        ages(200_000_000, young, new DatabaseAgeRow("shop", 1_290_000_000, 0))));
    }

    @Test
    void aServerThatIsMeantToFreezeLateIsNotReportedAllDay() {
        assertEquals(
                "OK: 69 % of the transaction ids are used in shop: 1.50 G transactions.",
                judged(
                        new TransactionIdWraparound(),
                        ages(1_500_000_000, new DatabaseAgeRow("shop", 1_500_000_000, 0))));
    }

    @Test
    void multixactsAreJudgedByTheirOwnAge() {
        HealthRule rule = new MultixactWraparound();

        assertEquals(
                "OK: 0 % of the multixact ids are used in shop: 12.",
                judged(rule, ages(200_000_000, new DatabaseAgeRow("shop", 1_900_000_000, 12))));
        assertEquals(
                "WARNING: 41 % of the multixact ids are used in shop: 900 M without a freeze.",
                judged(rule, ages(200_000_000, new DatabaseAgeRow("shop", 12, 900_000_000))));
    }

    private static HorizonSnapshot holder(Kind kind, long age) {
        return new HorizonSnapshot(
                Judged.NOW, List.of(new HolderRow(kind, "n2", age, Optional.empty())), List.of());
    }

    @Test
    void theOldestHorizonNamesWhoHoldsIt() {
        HealthRule rule = new OldestHorizon();

        assertEquals(
                "OK: The oldest rows anybody needs are 0 transactions old.",
                judged(rule, new HorizonSnapshot(Judged.NOW, List.of(), List.of())));
        assertEquals(
                "OK: The oldest rows anybody needs are 5.00 M transactions old.",
                judged(rule, holder(Kind.SESSION, 4_999_999)));
        assertEquals(
                "NOTICE: Session n2 keeps VACUUM from removing anything newer than 5.00 M"
                        + " transactions ago.",
                judged(rule, holder(Kind.SESSION, 5_000_000)));
        assertEquals(
                "WARNING: Standby n2 keeps VACUUM from removing anything newer than 50.0 M"
                        + " transactions ago.",
                judged(rule, holder(Kind.STANDBY, 50_000_000)));
        assertEquals(
                "WARNING: Replication slot n2 keeps VACUUM from removing anything newer than"
                        + " 50.0 M transactions ago.",
                judged(rule, holder(Kind.SLOT, 50_000_000)));
        assertEquals(
                "WARNING: Prepared transaction n2 keeps VACUUM from removing anything newer than"
                        + " 50.0 M transactions ago.",
                judged(rule, holder(Kind.PREPARED_TRANSACTION, 50_000_000)));
    }

    private static PreparedRow prepared(String gid, Duration age) {
        return new PreparedRow(gid, "shop", "orders", Judged.NOW.minus(age));
    }

    private static HorizonSnapshot prepared(PreparedRow... transactions) {
        return new HorizonSnapshot(Judged.NOW, List.of(), List.of(transactions));
    }

    @Test
    void preparedTransactionsAreJudgedByTheirAge() {
        HealthRule rule = new PreparedTransactions();

        assertEquals(
                "OK: No prepared transaction has been waiting for 30 s or longer.",
                judged(rule, prepared(prepared("tx1", Duration.ofSeconds(29)))));
        assertEquals(
                "WARNING: 1 prepared transaction has been waiting for 30 s (tx1 in orders).",
                judged(rule, prepared(prepared("tx1", Duration.ofSeconds(30)))));
        assertEquals(
                "CRITICAL: 2 prepared transactions are waiting, the oldest for 10 min (tx1 in orders).",
                judged(
                        rule,
                        prepared(
                                prepared("tx1", Duration.ofMinutes(10)),
                                prepared("tx2", Duration.ofMinutes(1)))));
    }

    private static TableRow table(String name, long live, long dead, boolean optedOut) {
        return new TableRow(
                "orders", name, live, dead, 10_000, optedOut, Optional.empty(), Optional.empty());
    }

    @Test
    void deadRowsAreJudgedAgainstWhatAutovacuumShouldLeave() {
        HealthRule rule = new DeadRows();
        String fine = "OK: Autovacuum keeps up with the dead rows of this database.";

        assertEquals(fine, judged(rule));
        assertEquals(fine, judged(rule, table("few", 10, 9_999, false)));
        assertEquals(fine, judged(rule, table("soon", 10, 19_999, false)));
        assertEquals(fine, judged(rule, table("large", 1_000_000, 100_000, false)));
        assertEquals(
                "NOTICE: 1 table has more dead rows than autovacuum should leave, most of all"
                        + " orders.items with 30.0 k (30 %).",
                judged(rule, table("items", 70_000, 30_000, false)));
        assertEquals(
                "WARNING: 2 tables have more dead rows than autovacuum should leave, most of all"
                        + " orders.items with 50.0 k (50 %).",
                judged(
                        rule,
                        table("other", 140_000, 60_000, false),
                        table("items", 50_000, 50_000, false)));
        assertEquals(
                "WARNING: 1 table has too many dead rows; orders.items has autovacuum"
                        + " switched off and 50.0 k of them (50 %).",
                judged(rule, table("items", 50_000, 50_000, true)));
    }
}
