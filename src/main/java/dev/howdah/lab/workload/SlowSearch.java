package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/**
 * Reads all of {@code order_items} for a family of twenty products, because {@code sku} has no
 * index.
 */
final class SlowSearch implements Act {
    private static final String SQL =
            """
            SELECT i.sku,
                   sum(i.quantity)                      AS sold,
                   sum(i.quantity * i.unit_price_cents) AS revenue_cents
              FROM orders.order_items i
             WHERE i.sku = ANY (ARRAY(SELECT 'SKU-' || lpad((p + ?::int)::text, 6, '0')
                                        FROM generate_series(1, 20) p))
             GROUP BY i.sku
             ORDER BY revenue_cents DESC
            """;
    private static final int LAST_GROUP = 9_980;

    private final Random random;

    SlowSearch(long seed) {
        random = new Random(seed);
    }

    @Override
    public void perform(Stage stage) throws SQLException {
        Connection connection = stage.kept("order-service");
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, random.nextInt(LAST_GROUP));
            statement.execute();
        }
    }
}
