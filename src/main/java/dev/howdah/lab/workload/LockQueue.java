package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A transaction that keeps an order to itself for too long, while three others want it. */
final class LockQueue implements Act {
    private static final String SQL = "UPDATE orders.orders SET updated_at = now() WHERE id = ?";
    private static final int ORDERS = 120_000;
    private static final List<String> WAITING =
            List.of("payment-service", "order-service", "payment-service");

    private final Duration held;
    private final Random random;

    LockQueue(Duration held, long seed) {
        this.held = held;
        random = new Random(seed);
    }

    @Override
    public void perform(Stage stage) throws SQLException, InterruptedException {
        int order = 1 + random.nextInt(ORDERS);
        // closed in reverse: the holder lets go first, then the waiters come to their end
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = stage.opened("order-service")) {
            holder.setAutoCommit(false);
            touch(holder, order);
            List<Future<?>> waiters = new ArrayList<>();
            for (String service : WAITING) {
                waiters.add(
                        threads.submit(() -> {
                            try (Connection waiter = stage.opened(service)) {
                                touch(waiter, order);
                            }
                            return null;
                        }));
            }
            stage.pause(held);
            holder.commit();
            for (Future<?> waiter : waiters) {
                Beside.await(waiter);
            }
        }
    }

    private static void touch(Connection connection, int order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, order);
            statement.execute();
        }
    }
}
