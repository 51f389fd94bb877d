package dev.howdah.pg.activity;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.time.Clock;

/** The console's side in a test: reads and writes through its own pool, as some role. */
public final class Asker implements AutoCloseable {
    private final PgPool pool;

    private Asker(PgPool pool) {
        this.pool = pool;
    }

    /** As superuser. */
    public static Asker of(TestServer server) throws ProblemException {
        return in(server, "postgres", server.user(), server.password());
    }

    static Asker in(TestServer server, String database, String user, String password)
            throws ProblemException {
        return new Asker(
                new PgPool(
                        PgTarget.of(server.host(), server.port(), database, user, TlsMode.DISABLE),
                        () -> Secret.of(password)));
    }

    /**
     * As a role made for this test.
     *
     * @param membership what it is a member of; may be empty
     */
    public static Asker with(TestServer server, String role, String membership)
            throws ProblemException, SQLException {
        server.run("CREATE ROLE " + role + " LOGIN PASSWORD 'test'");
        if (!membership.isEmpty()) {
            server.run("GRANT " + membership + " TO " + role);
        }
        return in(server, "postgres", role, "test");
    }

    public <T> T ask(Query<T> query) throws ProblemException {
        return reader().ask(query);
    }

    public PgReader reader() {
        return new PgReader(pool, Clock.systemUTC());
    }

    public PgWriter writer() {
        return new PgWriter(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
