package dev.howdah;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * docs/queries.md holds every statement the console reads with, so that a DBA can look before it
 * runs and a change of SQL shows in review as SQL. Write it anew with {@code
 * -Dhowdah.write.queries=true}.
 */
class QueriesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/queries.md");

    @Test
    void theDocumentHoldsWhatTheProgramSends() throws Exception {
        String wanted = document(shape());
        if (Boolean.getBoolean("howdah.write.queries")) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertEquals(wanted, Files.readString(DOCUMENT));
    }

    private static String document(ServerShape shape) throws ProblemException {
        StringBuilder text =
                new StringBuilder(
                        """
                        # What the console asks a server

                        Every statement that reads, as it is sent to PostgreSQL 18 by a superuser; written from the
                        program by a test. Each runs in a read-only transaction with `statement_timeout`, `lock_timeout`
                        and `search_path = pg_catalog` set for that transaction only, under the application name
                        `howdah/<version> <panel>`. Changes are not listed here: each is shown before it runs.
                        """);
        for (Query<?> query : EveryQuery.all()) {
            text.append("\n## ").append(query.name()).append("\n\n```sql\n");
            text.append(query.sql(shape).text()).append("\n```\n");
        }
        return text.toString();
    }

    private static ServerShape shape() throws Exception {
        TestServer server = TestServer.newest();
        server.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        try (PgPool pool = new PgPool(target, () -> Secret.of(server.password()));
                var connection = pool.borrow()) {
            return pool.shape(connection);
        }
    }
}
