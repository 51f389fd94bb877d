package dev.howdah.pg.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A copy of the oldest version beside an original of the newest: what differs is seen, what was
 * deleted comes back, and only a sound copy is proven.
 */
class RestoredCopyTest {
    private static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.LAB, false);
    private static final TableName LINES = new TableName("orders", "lines");
    private static final String[] SHOP = {
        "CREATE SCHEMA orders",
        """
        CREATE TABLE orders.lines (
            id bigserial PRIMARY KEY,
            "Order No" text COLLATE "C" NOT NULL DEFAULT 'none',
            sku varchar(20) UNIQUE,
            price numeric(10, 2) CHECK (price >= 0),
            tags text[],
            note text,
            gross numeric GENERATED ALWAYS AS (price * 1.2) STORED)\
        """,
        "CREATE INDEX ON orders.lines (price)",
        """
        INSERT INTO orders.lines ("Order No", sku, price, tags, note)
        SELECT 'A ' || i, 'sku' || i, i, ARRAY['x', NULL, 'y"z'], E'tab\\tline\\nback\\\\slash ä'
          FROM generate_series(1, 1000) AS i\
        """,
        "CREATE TABLE orders.part (id int, at date) PARTITION BY RANGE (at)",
        "CREATE TABLE orders.part_26 PARTITION OF orders.part"
                + " FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
        "INSERT INTO orders.part SELECT i, '2026-11-21' FROM generate_series(1, 50) AS i"
    };

    private static final TestServer ORIGINAL = TestServer.newest();
    private static final TestServer COPY = TestServer.of(13);

    private final PgVisits original = visits(ORIGINAL);
    private final PgVisits copy = visits(COPY);

    @BeforeAll
    static void makeBoth() throws SQLException {
        for (TestServer server : List.of(ORIGINAL, COPY)) {
            server.run("DROP DATABASE IF EXISTS restored_shop", "CREATE DATABASE restored_shop");
            server.runIn("restored_shop", SHOP);
        }
    }

    @AfterAll
    static void dropBoth() throws SQLException {
        ORIGINAL.run("DROP DATABASE restored_shop");
        COPY.run("DROP DATABASE restored_shop");
    }

    @Test
    void bringsADeletedTableBackBesideWhatIsThere() throws Exception {
        ORIGINAL.runIn("restored_shop", "DELETE FROM orders.lines WHERE id > 400");
        TableName as = new TableName("orders", "lines back");

        Change change = copying().describe(TARGET, LINES, as);
        assertTrue(
                change.preview().contains("COPY \"orders\".\"lines back\" (\"id\", "),
                change.preview());
        assertFalse(change.preview().contains("nextval"), change.preview());
        ChangeOutcome outcome = change.action().run();

        assertEquals("1,000 rows were copied into orders.lines back.", outcome.sentence());
        String sum =
                """
                SELECT md5(string_agg(t::text, '|' ORDER BY id)) AS sum
                  FROM %s AS t\
                """;
        assertEquals(
                ask(COPY, sum.formatted("orders.lines")),
                ask(ORIGINAL, sum.formatted("orders.\"lines back\"")));
        assertEquals("400", ask(ORIGINAL, "SELECT count(*) FROM orders.lines"));
        assertEquals(
                "1001",
                ask(
                        ORIGINAL,
                        "INSERT INTO orders.\"lines back\" (sku) VALUES ('new') RETURNING id"));
        assertEquals(
                "3",
                ask(
                        ORIGINAL,
                        "SELECT count(*) FROM pg_constraint WHERE contype <> 'n' AND conrelid ="
                                + " 'orders.\"lines back\"'::regclass"));
        ProblemException again =
                assertThrows(
                        ProblemException.class,
                        () -> copying().describe(TARGET, LINES, as).action().run());
        assertTrue(again.problem().detail().contains("42P07"), again.problem().detail());
        Change back = change.wayBack().orElseThrow().get();
        ORIGINAL.runIn(
                "restored_shop",
                "ALTER TABLE orders.\"lines back\" RENAME TO aside",
                "CREATE TABLE orders.\"lines back\" (id int)");
        assertThrows(ProblemException.class, back.action()::run);
        ORIGINAL.runIn(
                "restored_shop",
                "DROP TABLE orders.\"lines back\"",
                "ALTER TABLE orders.aside RENAME TO \"lines back\"");
        back.action().run();
        assertEquals(
                "",
                ask(ORIGINAL, "SELECT coalesce(to_regclass('orders.\"lines back\"')::text, '')"));
    }

    @Test
    void copiesWhatIsPartitioned() throws Exception {
        TableName as = new TableName("orders", "part_back");

        copying().describe(TARGET, new TableName("orders", "part"), as).action().run();

        assertEquals("50", ask(ORIGINAL, "SELECT count(*) FROM orders.part_back"));
        ORIGINAL.runIn("restored_shop", "DROP TABLE orders.part_back");
    }

    @Test
    void saysHowFarItIsAndLeavesNothingBehindWhenItIsGivenUp() throws Exception {
        TableName as = new TableName("orders", "given_up");
        Change change = copying().describe(TARGET, LINES, as);
        ChangeProgress progress = change.progress().orElseThrow();
        List<String> said = new CopyOnWriteArrayList<>();
        progress.listen(text -> {
            said.add(text);
            progress.stop();
        });

        ChangeOutcome outcome = change.action().run();

        assertEquals(
                "FAILED The copy was given up. There is no table orders.given_up.",
                outcome.status() + " " + outcome.sentence());
        assertTrue(said.getFirst().startsWith("1 row, "), said.toString());
        assertEquals(
                "", ask(ORIGINAL, "SELECT coalesce(to_regclass('orders.given_up')::text, '')"));
    }

    @Test
    void leavesNothingBehindWhenACopyFails() throws Exception {
        COPY.runIn(
                "restored_shop",
                "CREATE TYPE orders.mood AS ENUM ('good')",
                "CREATE TABLE orders.moods (m orders.mood)");

        assertThrows(
                ProblemException.class,
                () ->
                        copying()
                                .describe(
                                        TARGET,
                                        new TableName("orders", "moods"),
                                        new TableName("orders", "moods"))
                                .action()
                                .run());

        assertEquals("", ask(ORIGINAL, "SELECT coalesce(to_regclass('orders.moods')::text, '')"));
        COPY.runIn("restored_shop", "DROP TABLE orders.moods", "DROP TYPE orders.mood");
    }

    @Test
    void provesASoundCopyAndNoOther() throws Exception {
        ORIGINAL.runIn("restored_shop", "CREATE DATABASE shop_proof TEMPLATE restored_shop");
        long lines = Long.parseLong(ask(ORIGINAL, "SELECT count(*) FROM orders.lines"));
        try (PgVisit same = original.in("shop_proof");
                PgVisit home = visits(ORIGINAL).in("restored_shop")) {
            RestoreProving.Seen sound =
                    new RestoreProving(
                                    home.reader(),
                                    same,
                                    List.of(
                                            "SELECT count(*) > 0 FROM orders.part;",
                                            "SELECT 1 = 2"))
                            .run(TableDifference.read(home.reader(), same.reader()), _ -> {});

            assertEquals(
                    "PASSED PASSED PASSED PASSED FAILED",
                    sound.checks().stream()
                            .map(c -> c.result().name())
                            .collect(Collectors.joining(" ")),
                    sound.toString());
            assertEquals(
                    "All 3 tables are in the copy with the same columns, indexes and constraints.",
                    sound.checks().getFirst().sentence());
            assertEquals(
                    Set.of(
                            new RowCounts(LINES, OptionalLong.of(lines), OptionalLong.of(lines)),
                            parts("part", 50),
                            parts("part_26", 50)),
                    Set.copyOf(sound.counted()));
            assertEquals(
                    "0",
                    ask(ORIGINAL, "SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'"));

            ORIGINAL.runIn("shop_proof", "DROP TABLE orders.lines", "TRUNCATE orders.part");
            RestoreProving.Seen poor =
                    new RestoreProving(
                                    home.reader(),
                                    same,
                                    List.of("DELETE FROM orders.part RETURNING true"))
                            .run(TableDifference.read(home.reader(), same.reader()), _ -> {});
            assertEquals(
                    List.of(Result.FAILED, Result.FAILED, Result.FAILED),
                    List.of(
                            poor.checks().getFirst().result(),
                            poor.checks().get(1).result(),
                            poor.checks().getLast().result()),
                    poor.toString());
            assertTrue(poor.checks().getFirst().sentence().contains("orders.lines"));
            assertEquals(Set.of(parts("part", 0), parts("part_26", 0)), Set.copyOf(poor.counted()));
        } finally {
            ORIGINAL.run("DROP DATABASE shop_proof WITH (FORCE)");
        }
    }

    private static RowCounts parts(String table, long restored) {
        return new RowCounts(
                new TableName("orders", table), OptionalLong.of(50), OptionalLong.of(restored));
    }

    private TableCopy copying() {
        return new TableCopy(copy, "shop-restored", "restored_shop", original, "restored_shop");
    }

    private static String ask(TestServer server, String sql) throws SQLException {
        try (var connection = server.connect("restored_shop");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static PgVisits visits(TestServer server) {
        PgTarget target =
                PgTarget.of(
                        server.host(),
                        server.port(),
                        "restored_shop",
                        server.user(),
                        TlsMode.DISABLE);
        Supplier<Secret> password = () -> Secret.of(server.password());
        try {
            return new PgVisits(new PgPool(target, password), password, Clock.systemUTC());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }
}
