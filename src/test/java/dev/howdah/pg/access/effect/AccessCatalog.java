package dev.howdah.pg.access.effect;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of a test server with everything that makes rights hard to see: nested groups, members
 * without INHERIT, grants to PUBLIC and of columns, predefined roles, owners who gave something up.
 */
public final class AccessCatalog implements AutoCloseable {
    static final String DATABASE = "ac_database";
    static final String PASSWORD = "ac password";
    static final String HOSTILE = "ac_\"we\\ird\" '$$=r/x,{y}; --";
    public static final String ADMINISTRATOR = "ac_administrator";

    private final TestServer server;
    private final List<String> roles = new ArrayList<>();

    public AccessCatalog(TestServer server) throws SQLException {
        this.server = server;
        makeRoles();
        server.run("CREATE DATABASE " + DATABASE + " OWNER ac_dbowner");
        makeMemberships();
        makeObjects();
        makeGrants();
    }

    public List<String> roles() {
        return roles;
    }

    Connection connect() throws SQLException {
        return server.connect(DATABASE);
    }

    public void run(String... statements) throws SQLException {
        server.runIn(DATABASE, statements);
    }

    public void runAs(String role, String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + SqlNames.quoted(role));
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Asks through the console's pool and reader, as a login of the server. */
    public <T> T ask(String user, Query<T> query) throws ProblemException {
        String password = user.equals(server.user()) ? server.password() : PASSWORD;
        PgTarget target =
                PgTarget.of(server.host(), server.port(), DATABASE, user, TlsMode.DISABLE);
        try (PgPool pool = new PgPool(target, () -> Secret.of(password))) {
            return new PgReader(pool, Clock.systemUTC()).ask(query);
        }
    }

    public EffectiveAccess access(String user, boolean systemSchemas) throws ProblemException {
        return new EffectiveAccess(
                ask(user, new AccessRolesQuery()),
                ask(user, new AccessObjectsQuery(systemSchemas)),
                ask(user, new DefaultAclsQuery()));
    }

    private void role(String name, String options) throws SQLException {
        server.run(
                "DROP ROLE IF EXISTS " + SqlNames.quoted(name),
                "CREATE ROLE " + SqlNames.quoted(name) + " " + options);
        roles.add(name);
    }

    private void makeRoles() throws SQLException {
        server.run("DROP DATABASE IF EXISTS " + DATABASE);
        role("ac_super", "SUPERUSER");
        role("ac_sleeper", "LOGIN");
        role("ac_dbowner", "LOGIN");
        role("ac_dbmember", "LOGIN");
        role("ac_owner_a", "LOGIN");
        role("ac_owner_b", "LOGIN NOINHERIT");
        role("ac_read", "");
        role("ac_write", "");
        role("ac_ann", "LOGIN");
        role("ac_bob", "LOGIN NOINHERIT");
        role("ac_eve", "LOGIN");
        role("ac_mixed", "LOGIN");
        role("ac_reader", "LOGIN");
        role("ac_writer", "LOGIN");
        role(HOSTILE, "LOGIN");
        role(ADMINISTRATOR, "LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
    }

    private void makeMemberships() throws SQLException {
        server.run(
                "GRANT ac_read TO ac_write",
                "GRANT ac_write TO ac_ann WITH ADMIN OPTION",
                "GRANT ac_read, ac_write TO ac_bob",
                "GRANT ac_super TO ac_sleeper",
                "GRANT ac_dbowner TO ac_dbmember",
                "GRANT ac_owner_b TO " + SqlNames.quoted(HOSTILE),
                "GRANT pg_monitor TO " + ADMINISTRATOR);
        if (server.major() >= 14) {
            server.run(
                    "GRANT pg_read_all_data TO ac_reader",
                    "GRANT pg_write_all_data TO ac_writer",
                    "GRANT ac_writer TO ac_owner_b");
        }
        if (server.major() >= 16) {
            server.run(
                    "GRANT ac_read TO ac_mixed WITH INHERIT FALSE, SET TRUE",
                    "GRANT ac_write TO ac_mixed WITH INHERIT TRUE, SET FALSE",
                    "GRANT ac_owner_a TO ac_mixed WITH INHERIT FALSE, SET FALSE, ADMIN TRUE",
                    "ALTER ROLE ac_mixed NOINHERIT");
        }
        if (server.major() >= 17) {
            server.run("GRANT pg_maintain TO ac_reader");
        }
    }

    private void makeObjects() throws SQLException {
        run(
                "CREATE SCHEMA ac_a AUTHORIZATION ac_owner_a",
                "CREATE SCHEMA \"ac b\" AUTHORIZATION ac_owner_b",
                "GRANT USAGE ON SCHEMA ac_a TO ac_owner_b",
                "CREATE SCHEMA ac_closed AUTHORIZATION ac_owner_a",
                "CREATE FOREIGN DATA WRAPPER ac_wrapper",
                "CREATE SERVER ac_server FOREIGN DATA WRAPPER ac_wrapper",
                "GRANT USAGE ON FOREIGN SERVER ac_server TO ac_owner_a",
                "SELECT lo_create(0) FROM generate_series(1, 3)");
        for (String name : List.of("plain", "shared", "columns", "public", "revoked", "empty")) {
            runAs("ac_owner_a", "CREATE TABLE ac_a." + name + " (id int, name text)");
        }
        runAs(
                "ac_owner_a",
                "CREATE TABLE ac_a.parted (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE ac_a.part PARTITION OF ac_a.parted FOR VALUES FROM (0) TO (9)",
                "CREATE VIEW ac_a.seen AS SELECT 1 AS one",
                "CREATE MATERIALIZED VIEW ac_a.kept AS SELECT 1 AS one",
                "CREATE FOREIGN TABLE ac_a.far (id int) SERVER ac_server",
                "CREATE SEQUENCE ac_a.numbers",
                "CREATE TABLE ac_closed.hidden (id int)",
                "CREATE FUNCTION ac_a.twice(i int, t text) RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE FUNCTION ac_a.twice() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE PROCEDURE ac_a.act(\"an argument\" bigint) LANGUAGE sql AS 'SELECT 1'",
                "CREATE AGGREGATE ac_a.total(int) (sfunc = int4pl, stype = int)",
                "CREATE TYPE ac_a.mood AS ENUM ('calm')",
                "CREATE TYPE ac_a.pair AS (a int, b int)",
                "CREATE TYPE ac_a.span AS RANGE (subtype = int)",
                "CREATE DOMAIN ac_a.positive AS int CHECK (value > 0)");
        runAs(
                "ac_owner_b",
                "CREATE TABLE \"ac b\".\"ta\"\"ble, {x}\\\" (\"co lumn\" int)",
                "CREATE SEQUENCE \"ac b\".numbers",
                "CREATE FUNCTION \"ac b\".\"f(x)\"(ac_a.mood) RETURNS int LANGUAGE sql"
                        + " AS 'SELECT 2'");
    }

    private void makeGrants() throws SQLException {
        String hostile = SqlNames.quoted(HOSTILE);
        run("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        run("GRANT CONNECT ON DATABASE " + DATABASE + " TO ac_read, " + ADMINISTRATOR);
        run("GRANT TEMP ON DATABASE " + DATABASE + " TO " + hostile + " WITH GRANT OPTION");
        runAs(
                "ac_owner_a",
                "GRANT USAGE ON SCHEMA ac_a TO ac_read",
                "GRANT CREATE, USAGE ON SCHEMA ac_a TO ac_write",
                "GRANT SELECT ON ac_a.plain TO ac_read",
                "GRANT SELECT, INSERT ON ac_a.shared TO ac_ann WITH GRANT OPTION",
                "GRANT ALL ON ac_a.shared TO ac_write",
                "GRANT SELECT (id), UPDATE (id, name) ON ac_a.columns TO ac_read, ac_eve",
                "GRANT INSERT (name) ON ac_a.columns TO PUBLIC",
                "GRANT SELECT ON ac_a.public TO PUBLIC",
                "REVOKE SELECT, DELETE ON ac_a.revoked FROM ac_owner_a",
                "REVOKE ALL ON ac_a.empty FROM ac_owner_a",
                "GRANT SELECT, TRIGGER ON ac_a.parted, ac_a.seen, ac_a.kept, ac_a.far TO ac_read",
                "GRANT USAGE ON SEQUENCE ac_a.numbers TO ac_write",
                "GRANT SELECT ON ac_closed.hidden TO ac_eve",
                "REVOKE EXECUTE ON FUNCTION ac_a.twice(int, text) FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION ac_a.twice(int, text) TO ac_read WITH GRANT OPTION",
                "REVOKE EXECUTE ON PROCEDURE ac_a.act(bigint) FROM PUBLIC, ac_owner_a",
                "REVOKE USAGE ON TYPE ac_a.mood, ac_a.pair FROM PUBLIC",
                "REVOKE USAGE ON DOMAIN ac_a.positive FROM PUBLIC",
                "GRANT USAGE ON DOMAIN ac_a.positive TO ac_write");
        runAs("ac_ann", "GRANT SELECT ON ac_a.shared TO " + hostile + ", ac_eve");
        runAs(
                "ac_owner_b",
                "GRANT SELECT ON ALL TABLES IN SCHEMA \"ac b\" TO ac_read",
                "GRANT ALL ON ALL SEQUENCES IN SCHEMA \"ac b\" TO " + hostile);
    }

    @Override
    public void close() throws SQLException {
        server.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + DATABASE
                        + "'",
                "DROP DATABASE IF EXISTS " + DATABASE);
        for (String role : roles) {
            server.run("DROP ROLE IF EXISTS " + SqlNames.quoted(role));
        }
    }
}
