package dev.howdah.lab.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people and services that use the sample database: a role for each service, readers in a
 * group, people on call, somebody whose access runs out and somebody whose access has.
 */
final class SampleRoles {
    /** The services that own a schema, and the one that only reads. All of them log in. */
    static final List<String> SERVICES =
            List.of(
                    "auth-service",
                    "user-service",
                    "order-service",
                    "payment-service",
                    "inventory-service",
                    "catalog-service",
                    "report-service");

    private static final String MEMBERSHIPS =
            """
            GRANT reporting TO "report-service", "ana.ribeiro", contractor, "intern-2025";
            GRANT pg_monitor, pg_signal_backend TO oncall;
            GRANT oncall TO "eduardo.campos" WITH ADMIN OPTION;
            GRANT oncall TO "ana.ribeiro";
            ALTER ROLE "ana.ribeiro" SET default_transaction_read_only = on;
            ALTER ROLE "report-service" SET statement_timeout = '2min';
            """;

    /** What one service may do with another's tables, and what readers may see. */
    private static final String GRANTS =
            """
            GRANT USAGE ON SCHEMA orders TO "payment-service", "inventory-service";
            GRANT SELECT, UPDATE (status, updated_at) ON orders.orders TO "payment-service";
            GRANT SELECT ON orders.order_items TO "inventory-service";
            GRANT USAGE ON SCHEMA inventory, products TO "order-service";
            GRANT SELECT, UPDATE ON inventory.stock_levels TO "order-service";
            GRANT SELECT ON products.products TO "order-service";
            GRANT USAGE ON SCHEMA products, users, orders, payments, inventory TO reporting;
            GRANT SELECT ON ALL TABLES IN SCHEMA products, orders, payments, inventory TO reporting;
            GRANT SELECT (id, country, status, created_at) ON users.users TO reporting;
            ALTER DEFAULT PRIVILEGES FOR ROLE "order-service" IN SCHEMA orders
                GRANT SELECT ON TABLES TO reporting;
            """;

    private SampleRoles() {}

    /** Makes those roles that are missing; they have no password yet. */
    static void create(Connection connection) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String service : SERVICES) {
            wanted.put(service, "LOGIN CONNECTION LIMIT 20");
        }
        wanted.put("reporting", "NOLOGIN");
        wanted.put("oncall", "NOLOGIN");
        wanted.put("eduardo.campos", "LOGIN CREATEROLE");
        wanted.put("ana.ribeiro", "LOGIN CONNECTION LIMIT 5");
        wanted.put("contractor", "LOGIN CONNECTION LIMIT 2 VALID UNTIL '%s'");
        wanted.put("intern-2025", "LOGIN CONNECTION LIMIT 1 VALID UNTIL '2025-12-31'");
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> role : wanted.entrySet()) {
                if (!exists(connection, role.getKey())) {
                    String options = role.getValue().formatted(inAMonth(connection));
                    statement.execute("CREATE ROLE \"" + role.getKey() + "\" " + options);
                }
            }
            statement.execute(MEMBERSHIPS);
        }
    }

    static void grant(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(GRANTS);
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String inAMonth(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_date + 30")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
