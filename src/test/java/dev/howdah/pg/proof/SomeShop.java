package dev.howdah.pg.proof;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.proof.run.AccessProof;
import dev.howdah.pg.proof.run.ProofLogin;
import dev.howdah.pg.proof.run.ProofRequest;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A database with two owners in two schemas and a reader for whom everything is granted as it
 * should be, looked at by a superuser or by the administrator of a managed server.
 */
public final class SomeShop implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final String DATABASE = "proof \"shop\"";
    public static final String READER = "proof 'reader'";
    public static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.STAGING, false);
    private static final String IN_SQL = "\"proof 'reader'\"";
    private static final String ADMIN = "proof_admin";
    private static final String PASSWORD = "a long enough password";

    private final TestServer server;
    private final PgPool pool;
    private final PgTarget home;
    private final PgVisits visits;
    private final boolean built;

    private SomeShop(
            TestServer server, PgPool pool, PgTarget home, PgVisits visits, boolean built) {
        this.built = built;
        this.server = server;
        this.pool = pool;
        this.home = home;
        this.visits = visits;
    }

    public static SomeShop on(TestServer server, boolean asSuperuser) throws Exception {
        build(server);
        return to(server, asSuperuser, true);
    }

    /** As superuser, on a server that has the shop already or can't make one. */
    public static SomeShop looking(TestServer server) throws Exception {
        return to(server, true, false);
    }

    private static SomeShop to(TestServer server, boolean asSuperuser, boolean built)
            throws Exception {
        PgTarget home =
                PgTarget.of(
                        server.host(),
                        server.port(),
                        "postgres",
                        asSuperuser ? server.user() : ADMIN,
                        TlsMode.DISABLE);
        String password = asSuperuser ? server.password() : PASSWORD;
        PgPool pool = new PgPool(home, () -> Secret.of(password));
        return new SomeShop(
                server,
                pool,
                home,
                new PgVisits(pool, () -> Secret.of(password), Clock.systemUTC()),
                built);
    }

    /** Roles and database, as they should be; what an earlier test left is removed. */
    public static void build(TestServer server) throws SQLException {
        clear(server);
        server.run(
                "CREATE ROLE proof_a",
                "CREATE ROLE proof_b",
                "CREATE ROLE proof_writers",
                "CREATE ROLE " + IN_SQL + " LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE " + ADMIN + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'",
                "GRANT pg_monitor TO " + ADMIN,
                "CREATE DATABASE \"proof \"\"shop\"\"\"",
                "REVOKE TEMPORARY ON DATABASE \"proof \"\"shop\"\"\" FROM PUBLIC");
        if (server.major() >= 16) {
            server.run(
                    "GRANT %s TO %s WITH ADMIN OPTION, INHERIT FALSE, SET FALSE"
                            .formatted(IN_SQL, ADMIN));
        }
        server.runIn(
                DATABASE,
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "CREATE SCHEMA sales AUTHORIZATION proof_a",
                "CREATE SCHEMA stock AUTHORIZATION proof_b",
                "CREATE TABLE sales.orders (id serial PRIMARY KEY, note text)",
                "INSERT INTO sales.orders (note) SELECT 'x' FROM generate_series(1, 10)",
                "CREATE TABLE sales.\"or\"\"ders; {d '%s'}\" (id int)",
                "CREATE TABLE sales.days (day date) PARTITION BY RANGE (day)",
                "CREATE VIEW sales.notes AS SELECT note FROM sales.orders",
                "CREATE TABLE stock.parts (id int GENERATED ALWAYS AS IDENTITY)",
                "CREATE MATERIALIZED VIEW stock.counted AS SELECT count(*) FROM stock.parts");
        for (String table : List.of("orders", "\"or\"\"ders; {d '%s'}\"", "days", "notes")) {
            server.runIn(DATABASE, "ALTER TABLE sales." + table + " OWNER TO proof_a");
        }
        server.runIn(
                DATABASE,
                "ALTER TABLE stock.parts OWNER TO proof_b",
                "ALTER MATERIALIZED VIEW stock.counted OWNER TO proof_b",
                "CREATE FUNCTION sales.never() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION 'a trigger fired'; END $$",
                "CREATE TRIGGER never BEFORE INSERT OR UPDATE OR DELETE ON sales.orders"
                        + " EXECUTE FUNCTION sales.never()",
                "GRANT USAGE ON SCHEMA sales, stock TO " + IN_SQL,
                "GRANT SELECT ON ALL TABLES IN SCHEMA sales, stock TO " + IN_SQL,
                "GRANT SELECT ON ALL SEQUENCES IN SCHEMA sales, stock TO " + IN_SQL,
                "ALTER DEFAULT PRIVILEGES FOR ROLE proof_a IN SCHEMA sales GRANT SELECT ON TABLES"
                        + " TO "
                        + IN_SQL,
                "ALTER DEFAULT PRIVILEGES FOR ROLE proof_b IN SCHEMA stock GRANT SELECT ON TABLES"
                        + " TO "
                        + IN_SQL);
    }

    private static void clear(TestServer server) throws SQLException {
        server.run(
                "DROP DATABASE IF EXISTS \"proof \"\"shop\"\"\"",
                "DO $$ DECLARE r text; BEGIN FOR r IN SELECT rolname FROM pg_roles WHERE rolname"
                        + " LIKE 'proof%' OR rolname LIKE 'howdah\\_probe\\_%' LOOP EXECUTE"
                        + " format('DROP OWNED BY %I', r); EXECUTE format('DROP ROLE %I', r); END LOOP;"
                        + " END $$");
    }

    public TestServer server() {
        return server;
    }

    public PgVisits visits() {
        return visits;
    }

    public void run(String... statements) throws SQLException {
        server.runIn(DATABASE, statements);
    }

    public ServerShape shape() throws ProblemException, SQLException {
        try (Connection connection = pool.borrow()) {
            return pool.shape(connection);
        }
    }

    public AccessProof proof() {
        return new AccessProof(
                home,
                new PgReader(pool, Clock.systemUTC()),
                new PgWriter(pool),
                visits,
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** A change that has not run, and where its certificate will be. */
    public record Prepared(Change change, List<AccessCertificate> certificates) {}

    public Prepared prepared(AccessKind kind, ProofLogin login)
            throws ProblemException, SQLException {
        List<AccessCertificate> certificates = new ArrayList<>();
        Change change =
                proof().change(
                                new ProofRequest(READER, kind, List.of(DATABASE), login),
                                TARGET,
                                shape(),
                                certificates::add);
        return new Prepared(change, certificates);
    }

    public AccessCertificate certificate(AccessKind kind) throws ProblemException, SQLException {
        return certificate(kind, new ProofLogin.ThrowAway());
    }

    public AccessCertificate certificate(AccessKind kind, ProofLogin login)
            throws ProblemException, SQLException {
        Prepared prepared = prepared(kind, login);
        ChangeOutcome outcome = prepared.change().action().run();
        if (outcome.status() != ChangeOutcome.Status.DONE) {
            throw new AssertionError(outcome);
        }
        return prepared.certificates().getFirst();
    }

    public static ProofLogin ownPassword() {
        return new ProofLogin.OwnPassword(Secret.of(PASSWORD));
    }

    /** Each gap in short: kind, schema, owner, via, objects. */
    public static List<String> gaps(AccessCertificate certificate) {
        return certificate
                .gaps()
                .map(gap ->
                        String.join(
                                        " ",
                                        gap.kind().name(),
                                        gap.schema(),
                                        gap.owner(),
                                        gap.via(),
                                        gap.objects().toString())
                                .replaceAll(" +", " "))
                .toList();
    }

    /** Everything a proof could have left behind: roles, objects, rights, rows, sequences. */
    public String state() throws SQLException {
        String sql =
                """
                SELECT (SELECT string_agg(a::text, ' ' ORDER BY a.rolname) FROM pg_authid a),
                       (SELECT string_agg(m::text, ' ' ORDER BY m::text) FROM pg_auth_members m),
                       (SELECT string_agg(s::text, ' ' ORDER BY s::text) FROM pg_db_role_setting s),
                       (SELECT string_agg(d::text, ' ' ORDER BY d::text) FROM pg_shdescription d),
                       (SELECT string_agg(concat_ws(':', c.oid, c.relname, c.relacl), ' ' ORDER BY c.oid)
                          FROM pg_class c),
                       (SELECT count(*) FROM pg_proc),
                       (SELECT count(*) FROM pg_largeobject_metadata),
                       (SELECT string_agg(d::text, ' ' ORDER BY d::text) FROM pg_default_acl d),
                       (SELECT last_value::text || is_called FROM sales.orders_id_seq),
                       (SELECT string_agg(o::text, ' ' ORDER BY o.id) FROM sales.orders o),
                       (SELECT count(*) FROM stock.parts)
                """;
        try (Connection connection = server.connect(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            StringBuilder state = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                state.append(rows.getString(i)).append('\n');
            }
            return state.toString();
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        if (!built) {
            return;
        }
        server.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE"
                        + " 'proof%'");
        clear(server);
    }
}
