package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * The everyday statements of one service: frequent, fast, by key. What is inserted replaces what
 * was inserted before, so that the tables keep their size.
 */
final class ServiceTraffic implements Act {
    private static final int USERS = 50_000;
    private static final int ORDERS = 120_000;
    private static final int PRODUCTS = 10_000;
    private static final int RESERVATIONS = 80_000;

    /** Statements in one go; a page of the shop needs about as many. */
    private static final int BURST = 4;

    /**
     * One statement.
     *
     * @param bounds for each parameter the largest number it gets; the smallest is 1
     */
    private record Call(String sql, List<Integer> bounds) {
        Call(String sql, Integer... bounds) {
            this(sql, List.of(bounds));
        }
    }

    private final String service;
    private final List<Call> calls;
    private final Random random;

    private ServiceTraffic(String service, List<Call> calls, Random random) {
        this.service = service;
        this.calls = calls;
        this.random = random;
    }

    static List<ServiceTraffic> ofEveryService(long seed) {
        return List.of(
                new ServiceTraffic("auth-service", auth(), new Random(seed)),
                new ServiceTraffic("user-service", users(), new Random(seed + 1)),
                new ServiceTraffic("order-service", orders(), new Random(seed + 2)),
                new ServiceTraffic("payment-service", payments(), new Random(seed + 3)),
                new ServiceTraffic("inventory-service", inventory(), new Random(seed + 4)),
                new ServiceTraffic("catalog-service", catalog(), new Random(seed + 5)));
    }

    @Override
    public void perform(Stage stage) throws SQLException {
        Connection connection = stage.kept(service);
        for (int i = 0; i < BURST; i++) {
            Call call = calls.get(random.nextInt(calls.size()));
            try (PreparedStatement statement = connection.prepareStatement(call.sql())) {
                for (int p = 0; p < call.bounds().size(); p++) {
                    statement.setInt(p + 1, 1 + random.nextInt(call.bounds().get(p)));
                }
                statement.execute();
            }
        }
    }

    private static List<Call> auth() {
        return List.of(
                new Call(
                        """
                        SELECT password_hash, mfa_enabled, locked_until
                          FROM auth.users_credentials
                         WHERE login = 'user' || ?::int
                        """,
                        USERS),
                new Call(
                        """
                        SELECT id, issued_at, expires_at
                          FROM auth.sessions
                         WHERE user_id = ? AND expires_at > now()
                        """,
                        USERS),
                new Call(
                        """
                        INSERT INTO auth.sessions (id, user_id, client, user_agent)
                        VALUES (md5('visitor' || ?::int)::uuid, ?, '127.0.0.1', 'TechCorp app')
                            ON CONFLICT (id) DO UPDATE
                           SET issued_at = now(), expires_at = now() + interval '12 hours'
                        """,
                        500,
                        USERS));
    }

    private static List<Call> users() {
        return List.of(
                new Call(
                        "SELECT id, email, full_name, status FROM users.users WHERE id = ?", USERS),
                new Call(
                        "SELECT locale, currency, settings FROM users.preferences WHERE user_id = ?",
                        USERS),
                new Call(
                        "SELECT kind, street, postal_code, city, country FROM users.addresses WHERE user_id = ?",
                        USERS),
                new Call("UPDATE users.users SET last_seen_at = now() WHERE id = ?", USERS));
    }

    private static List<Call> orders() {
        return List.of(
                new Call(
                        "SELECT id, status, total_cents, placed_at FROM orders.orders WHERE id = ?",
                        ORDERS),
                new Call(
                        """
                        SELECT line_no, sku, product_name, quantity, unit_price_cents
                          FROM orders.order_items
                         WHERE order_id = ?
                         ORDER BY line_no
                        """,
                        ORDERS),
                new Call(
                        """
                        SELECT id, status, total_cents, placed_at
                          FROM orders.orders
                         WHERE user_id = ?
                         ORDER BY placed_at DESC
                         LIMIT 10
                        """,
                        USERS),
                new Call(
                        """
                        WITH abandoned AS (
                            DELETE FROM orders.orders WHERE id > 120000
                        ), placed AS (
                            INSERT INTO orders.orders (user_id, total_cents)
                            VALUES (?, ?) RETURNING id
                        ), item AS (
                            INSERT INTO orders.order_items
                                   (order_id, line_no, product_name, sku, quantity, unit_price_cents)
                            SELECT id, 1, 'City lamp', 'SKU-000042', 1, 4900 FROM placed
                        )
                        INSERT INTO orders.order_history (order_id, status, changed_by)
                        SELECT id, 'placed', 'order-service' FROM placed
                        """,
                        USERS,
                        60_000));
    }

    private static List<Call> payments() {
        return List.of(
                new Call(
                        "SELECT id, status, amount_cents, method FROM payments.transactions WHERE order_id = ?",
                        ORDERS),
                new Call(
                        "UPDATE payments.transactions SET captured_at = now() WHERE id = ? AND status = 'captured'",
                        ORDERS));
    }

    private static List<Call> inventory() {
        return List.of(
                new Call(
                        """
                        SELECT warehouse, quantity - reserved AS available
                          FROM inventory.stock_levels
                         WHERE sku = 'SKU-' || lpad((?::int)::text, 6, '0')
                        """,
                        PRODUCTS),
                new Call(
                        "SELECT state, expires_at FROM inventory.reservations WHERE id = ?",
                        RESERVATIONS),
                new Call(
                        """
                        UPDATE inventory.stock_levels
                           SET reserved = (reserved + 1) % 20, updated_at = now()
                         WHERE sku = 'SKU-' || lpad((?::int)::text, 6, '0') AND warehouse = 'Porto'
                        """,
                        PRODUCTS));
    }

    private static List<Call> catalog() {
        return List.of(
                new Call(
                        "SELECT sku, name, description, price_cents FROM products.products WHERE id = ?",
                        PRODUCTS),
                new Call(
                        """
                        SELECT id, sku, name, price_cents
                          FROM products.products
                         WHERE category_id = 12 + ?::int AND active
                         ORDER BY name
                         LIMIT 24
                        """,
                        108),
                new Call(
                        "SELECT name, value FROM products.attributes WHERE product_id = ?",
                        PRODUCTS));
    }
}
