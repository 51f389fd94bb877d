package dev.howdah.ui.stats.statements;

import dev.howdah.core.Reading;
import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.pg.statements.text.StatementText;
import dev.howdah.pg.statements.text.StatementTextsSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of a shop's services: a slow one, fast ones, a sort to disk, and ours. */
final class ShopStatements {
    private record Shape(
            String user,
            String text,
            double callsPerMinute,
            double meanMs,
            double rows,
            int temp) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(
                            "orders",
                            """
                            SELECT o.id, o.placed_at, i.sku, i.quantity
                              FROM orders.order_items i
                              JOIN orders.orders o ON o.id = i.order_id
                             WHERE i.sku = $1
                             ORDER BY o.placed_at DESC\
                            """,
                            66,
                            182,
                            1,
                            0),
                    new Shape(
                            "report",
                            "SELECT date_trunc($1, placed_at) AS month, sum(total_cents), count(*)"
                                    + " FROM orders.orders GROUP BY 1 ORDER BY 2 DESC",
                            0.5,
                            8_400,
                            36,
                            12_800),
                    new Shape(
                            "users",
                            "SELECT id, email, display_name FROM users.users WHERE id = $1",
                            2_400,
                            0.021,
                            1,
                            0),
                    new Shape(
                            "inventory",
                            "UPDATE inventory.stock SET available = available - $1 WHERE sku = $2",
                            310,
                            1.4,
                            1,
                            0),
                    new Shape(
                            "auth",
                            "SELECT token_hash, expires_at FROM auth.sessions WHERE token_hash = $1"
                                    + " AND expires_at > now()",
                            3_100,
                            0.034,
                            0.97,
                            0),
                    new Shape(
                            "payments",
                            "INSERT INTO payments.payments (order_id, amount_cents, method)"
                                    + " VALUES ($1, $2, $3) RETURNING id",
                            48,
                            2.2,
                            1,
                            0),
                    new Shape(
                            "products",
                            "SELECT sku, name, price_cents FROM products.products"
                                    + " WHERE name ILIKE $1 ORDER BY name LIMIT $2",
                            120,
                            24,
                            20,
                            0),
                    new Shape(
                            "console",
                            "SELECT /* howdah */ s.*, x.version FROM (SELECT max(p.setting) …",
                            1,
                            3.1,
                            1,
                            0));

    private ShopStatements() {}

    static StatementKey key(int index) {
        return new StatementKey(100 + index, 5, true, 7_000_000_000_001L + index);
    }

    /** A reading so many minutes after the opening; the first statement gets slow after 20. */
    static Reading<StatementsSnapshot> after(double minutes) {
        return fresh(snapshot(minutes));
    }

    static Reading<StatementsSnapshot> fresh(StatementsSnapshot snapshot) {
        return new Reading.Fresh<>(snapshot, snapshot.takenAt());
    }

    static StatementsSnapshot snapshot(double minutes) {
        List<StatementsSnapshot.Row> rows = new ArrayList<>();
        for (int i = 0; i < SHAPES.size(); i++) {
            rows.add(row(i, 6_000 + minutes, i == 0 ? Math.max(0, minutes - 20) : 0));
        }
        for (int i = SHAPES.size(); i < 40; i++) {
            rows.add(rare(i));
        }
        return SomeStatements.at((int) (minutes * 60), rows.toArray(StatementsSnapshot.Row[]::new));
    }

    /** Slow minutes cost half as much again. */
    private static StatementsSnapshot.Row row(int index, double minutes, double slowMinutes) {
        Shape shape = SHAPES.get(index);
        double calls = Math.floor(shape.callsPerMinute() * minutes);
        double ms =
                calls * shape.meanMs()
                        + slowMinutes * shape.callsPerMinute() * shape.meanMs() * 0.64;
        Map<StatementCounter, Double> counters = new HashMap<>();
        counters.put(StatementCounter.CALLS, calls);
        counters.put(StatementCounter.TOTAL_MS, ms);
        counters.put(StatementCounter.MIN_MS, shape.meanMs() / 4);
        counters.put(StatementCounter.MAX_MS, shape.meanMs() * 21);
        counters.put(StatementCounter.DEVIATION_MS, shape.meanMs() / 2);
        counters.put(StatementCounter.ROWS, Math.floor(calls * shape.rows()));
        counters.put(StatementCounter.SHARED_HIT, calls * (4 + shape.meanMs() * 10));
        counters.put(StatementCounter.SHARED_READ, Math.floor(calls * shape.meanMs() / 40));
        counters.put(StatementCounter.TEMP_WRITTEN, calls * shape.temp());
        counters.put(StatementCounter.TEMP_READ, calls * shape.temp());
        boolean writes = !shape.text().startsWith("SELECT") && index != 7;
        counters.put(StatementCounter.WAL_BYTES, writes ? calls * 230 : 0);
        counters.put(StatementCounter.WAL_RECORDS, writes ? calls * 3 : 0);
        return new StatementsSnapshot.Row(
                key(index),
                shape.user(),
                "shop",
                Optional.of(SomeStatements.RESET),
                Counters.of(counters));
    }

    private static StatementsSnapshot.Row rare(int index) {
        return new StatementsSnapshot.Row(
                key(index),
                "migration",
                "shop",
                Optional.of(SomeStatements.RESET),
                Counters.of(
                        Map.of(
                                StatementCounter.CALLS, 1.0,
                                StatementCounter.TOTAL_MS, 40.0 + index,
                                StatementCounter.SHARED_HIT, 12.0)));
    }

    static StatementTextsSnapshot texts(TextsWish wish) {
        Map<StatementKey, StatementText> texts = new HashMap<>();
        for (StatementKey key : wish.keys()) {
            int index = (int) (key.queryId() - 7_000_000_000_001L);
            String text =
                    index < SHAPES.size()
                            ? SHAPES.get(index).text()
                            : "CREATE INDEX CONCURRENTLY idx_" + index + " ON orders.orders (id)";
            texts.put(key, new StatementText(text, text.length()));
        }
        return new StatementTextsSnapshot(texts);
    }

    static StatementsFacts facts() {
        return facts(true, "1.12");
    }

    /** An empty version means that the extension is not created. */
    static StatementsFacts facts(boolean loaded, String version) {
        return new StatementsFacts(
                loaded,
                version.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new StatementsFacts.Installed(version, "public", true)),
                Optional.of("1.12"),
                new StatementsFacts.Settings(
                        Optional.of(loaded ? "pg_stat_statements" : "auto_explain"),
                        loaded ? 5_000 : 0,
                        loaded ? "top" : "",
                        false,
                        false,
                        true,
                        8_192));
    }

    static Reading<StatementsFacts> told(StatementsFacts facts) {
        return new Reading.Fresh<>(facts, SomeStatements.OPENING);
    }
}
