package dev.howdah.pg.roles;

import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.List;

/**
 * Two databases of a shop: nu_shop with three schemas of two owners, and nu_logs. The managed
 * administrator nu_admin may create roles and is a member of both owners, but owns nothing.
 */
public final class SomeShop implements AutoCloseable {
    public static final String PASSWORD = "shop password";
    public static final List<String> DATABASES = List.of("nu_shop", "nu_logs");

    private final TestServer server;

    private SomeShop(TestServer server) {
        this.server = server;
    }

    public static SomeShop on(TestServer server) throws SQLException {
        SomeShop shop = new SomeShop(server);
        shop.close();
        server.run(
                "CREATE ROLE nu_orders LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE nu_stock LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE nu_admin LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'",
                "GRANT nu_orders, nu_stock, pg_monitor TO nu_admin",
                "CREATE DATABASE nu_shop",
                "CREATE DATABASE nu_logs");
        server.runIn(
                "nu_shop",
                "CREATE SCHEMA orders AUTHORIZATION nu_orders",
                "CREATE SCHEMA stock AUTHORIZATION nu_stock",
                "GRANT USAGE, CREATE ON SCHEMA stock TO nu_orders",
                "GRANT CREATE ON SCHEMA public TO nu_orders");
        server.runIn("nu_logs", "CREATE SCHEMA logs AUTHORIZATION nu_orders");
        shop.createTables("before");
        return shop;
    }

    /** A table in each schema by each owner who may, as they are made in the course of time. */
    public void createTables(String name) throws SQLException {
        table("nu_shop", "nu_orders", "orders." + name);
        table("nu_shop", "nu_stock", "stock." + name);
        table("nu_shop", "nu_orders", "stock.orders_" + name);
        table("nu_shop", "nu_orders", "public." + name);
        table("nu_logs", "nu_orders", "logs." + name);
    }

    private void table(String database, String owner, String name) throws SQLException {
        server.runIn(
                database,
                "SET SESSION AUTHORIZATION " + owner,
                "CREATE TABLE " + name + " (id serial, what text)",
                "RESET SESSION AUTHORIZATION");
        server.runIn(database, "INSERT INTO " + name + " (what) VALUES ('something')");
    }

    /** All that {@link #createTables} made under this name, by database. */
    static List<String> tables(String database, String name) {
        return database.equals("nu_logs")
                ? List.of("logs." + name)
                : List.of(
                        "orders." + name,
                        "stock." + name,
                        "stock.orders_" + name,
                        "public." + name);
    }

    @Override
    public void close() throws SQLException {
        server.run("DROP DATABASE IF EXISTS nu_shop", "DROP DATABASE IF EXISTS nu_logs");
        for (String role : List.of("nu_reader", "nu_writer", "nu_admin", "nu_orders", "nu_stock")) {
            server.run("DROP ROLE IF EXISTS " + role);
        }
    }
}
