package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two services that take the same two products in opposite order; the server ends one of them. */
final class Deadlock implements Act {
    /** Source: PostgreSQL's appendix "Error Codes", deadlock_detected. */
    private static final String DEADLOCK_DETECTED = "40P01";

    private static final String SQL =
            """
            UPDATE inventory.stock_levels
               SET updated_at = now()
             WHERE sku = 'SKU-' || lpad((?::int)::text, 6, '0') AND warehouse = 'Recife'
            """;
    private static final int PRODUCTS = 9_999;

    private final Random random;

    Deadlock(long seed) {
        random = new Random(seed);
    }

    @Override
    public void perform(Stage stage) throws SQLException, InterruptedException {
        int product = 1 + random.nextInt(PRODUCTS);
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
                Connection one = stage.opened("inventory-service");
                Connection other = stage.opened("order-service")) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            take(one, product);
            take(other, product + 1);
            Future<?> crossing =
                    thread.submit(() -> {
                        takeUnlessVictim(other, product);
                        return null;
                    });
            takeUnlessVictim(one, product + 1);
            Beside.await(crossing);
        }
    }

    private static void takeUnlessVictim(Connection connection, int product) throws SQLException {
        try {
            take(connection, product);
            connection.commit();
        } catch (SQLException e) {
            if (!DEADLOCK_DETECTED.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
        }
    }

    private static void take(Connection connection, int product) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, product);
            statement.execute();
        }
    }
}
