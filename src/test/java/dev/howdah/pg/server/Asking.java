package dev.howdah.pg.server;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Asks a test server through a pool of its own, as the console does. */
final class Asking implements AutoCloseable {
    /** Has no right at all. */
    static final String PLAIN = "asks_plain";

    /** Is a member of pg_monitor. */
    static final String MONITOR = "asks_monitor";

    static final String PASSWORD = "secret";

    private final PgPool pool;
    private final PgReader reader;

    private Asking(PgTarget target, String password) throws ProblemException {
        pool = new PgPool(target, () -> Secret.of(password));
        reader = new PgReader(pool, Clock.systemUTC());
    }

    /** As superuser in the database postgres. */
    static Asking superuser(TestServer server) throws ProblemException {
        return superuser(server, "postgres");
    }

    static Asking superuser(TestServer server, String database) throws ProblemException {
        return to(server.host(), server.port(), database, server.user(), server.password());
    }

    /** As one of the roles of {@link #makeRoles}. */
    static Asking as(String role, TestServer server) throws ProblemException {
        return as(role, server, "postgres");
    }

    static Asking as(String role, TestServer server, String database) throws ProblemException {
        return role.equals(server.user())
                ? superuser(server, database)
                : to(server.host(), server.port(), database, role, PASSWORD);
    }

    static Asking to(String host, int port, String database, String user, String password)
            throws ProblemException {
        return new Asking(PgTarget.of(host, port, database, user, TlsMode.DISABLE), password);
    }

    static void makeRoles(TestServer server) throws SQLException {
        removeRoles(server);
        server.run(
                "CREATE ROLE " + PLAIN + " LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE " + MONITOR + " LOGIN PASSWORD '" + PASSWORD + "'",
                "GRANT pg_monitor TO " + MONITOR);
    }

    static void removeRoles(TestServer server) throws SQLException {
        server.run("DROP ROLE IF EXISTS " + PLAIN + ", " + MONITOR);
    }

    <T> T ask(Query<T> query) throws ProblemException {
        return reader.ask(query);
    }

    List<Answer<?>> askAll(List<? extends Query<?>> queries) {
        return reader.ask(queries);
    }

    @Override
    public void close() {
        pool.close();
    }
}
