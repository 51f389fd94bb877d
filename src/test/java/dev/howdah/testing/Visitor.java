package dev.howdah.testing;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import java.sql.SQLException;
import java.time.Clock;

/** Somebody who asks a test server through the console's own pool and reader. */
public final class Visitor implements AutoCloseable {
    private static final String PASSWORD = "visitor";

    private final TestServer server;
    private final Rights rights;
    private final PgPool pool;
    private final PgReader reader;

    /** What a visitor may see. */
    public enum Rights {
        SUPERUSER,
        /** A member of pg_monitor, as a monitoring login of a managed server is. */
        MONITOR,
        /** Any login. */
        PLAIN
    }

    private Visitor(TestServer server, Rights rights, PgPool pool) {
        this.server = server;
        this.rights = rights;
        this.pool = pool;
        this.reader = new PgReader(pool, Clock.systemUTC());
    }

    /** To the database postgres. Makes the role it needs; {@link #close} drops it. */
    public static Visitor with(Rights rights, TestServer server)
            throws SQLException, ProblemException {
        String role = roleOf(rights);
        if (rights != Rights.SUPERUSER) {
            server.run(
                    "DROP ROLE IF EXISTS " + role,
                    "CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
            if (rights == Rights.MONITOR) {
                server.run("GRANT pg_monitor TO " + role);
            }
        }
        PgTarget target =
                PgTarget.of(
                        server.host(),
                        server.port(),
                        "postgres",
                        rights == Rights.SUPERUSER ? server.user() : role,
                        TlsMode.DISABLE);
        String password = rights == Rights.SUPERUSER ? server.password() : PASSWORD;
        return new Visitor(server, rights, new PgPool(target, () -> Secret.of(password)));
    }

    public <T> T ask(Query<T> query) throws ProblemException {
        return reader.ask(query);
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        if (rights != Rights.SUPERUSER) {
            server.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                            + roleOf(rights)
                            + "'",
                    "DROP ROLE " + roleOf(rights));
        }
    }

    private static String roleOf(Rights rights) {
        return "visitor_" + rights.name().toLowerCase(java.util.Locale.ROOT);
    }
}
