package dev.howdah.pg.statements;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.statements.text.StatementText;
import dev.howdah.pg.statements.text.StatementTextsQuery;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.Optional;

/** The console's side in a test: its own pool to one database, as some role. */
public final class Reads implements AutoCloseable {
    private final PgPool pool;

    private Reads(PgPool pool) {
        this.pool = pool;
    }

    /** As superuser. */
    static Reads in(String database, TestServer server) throws ProblemException {
        return as(server.user(), server.password(), database, server);
    }

    public static Reads as(String user, String password, String database, TestServer server)
            throws ProblemException {
        PgTarget target =
                PgTarget.of(server.host(), server.port(), database, user, TlsMode.DISABLE);
        return new Reads(new PgPool(target, () -> Secret.of(password)));
    }

    <T> T ask(Query<T> query) throws ProblemException {
        return new PgReader(pool, Clock.systemUTC()).ask(query);
    }

    public StatementsSnapshot all() throws ProblemException {
        return ask(new StatementsQuery(StatementsCut.NONE));
    }

    /** The whole text of a statement, or nothing when the server has none. */
    Optional<String> text(StatementKey key) throws ProblemException {
        StatementTextsQuery query =
                new StatementTextsQuery(
                        java.util.List.of(key.queryId()), StatementTextsQuery.WHOLE_CHARACTERS);
        return Optional.ofNullable(ask(query).texts().get(key)).map(StatementText::text);
    }

    PgWriter writer() {
        return new PgWriter(pool);
    }

    public PgPool pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
