package dev.howdah.pg.statements.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Answer;
import dev.howdah.core.Question;
import dev.howdah.core.Secret;
import dev.howdah.core.Source;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.statements.Reads;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is none in this database's encoding costs no other where one can take it. */
class TextsOfOtherEncodingsTest {
    private static final String PASSWORD = "texts";
    private static final List<String> DATABASES =
            List.of("texts_utf8", "texts_latin1", "texts_ascii");

    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void readsElsewhereWhatCanNotBeReadHere(int major) throws Exception {
        TestServer server = TestServer.of(major);
        build(server);
        try {
            // bytes that are no UTF-8, as an old program left them
            runAs(
                    "texts_old",
                    "texts_ascii",
                    server,
                    "DO $$ BEGIN EXECUTE 'SELECT 1 AS \"' || chr(233) || 't\"'; END $$");
            runAs("texts_new", "texts_utf8", server, "SELECT 1 AS \"caf\u00e9\"");

            assertEquals(
                    Map.of("texts_new", "SELECT $1 AS \"caf\u00e9\"", "texts_old", "unreadable"),
                    read("texts_utf8", server, server.user(), server.password()),
                    "nowhere else is the extension");
            assertEquals(
                    List.of("statement-texts", "of-user", "of-user", "wider-encodings"),
                    asked,
                    "one more for each user, and only then");

            server.runIn("texts_ascii", "CREATE EXTENSION pg_stat_statements");
            Map<String, String> all =
                    Map.of(
                            "texts_new",
                            "SELECT $1 AS \"caf\u00e9\"",
                            "texts_old",
                            "SELECT $1 AS \"\ufffdt\"");
            assertEquals(all, read("texts_utf8", server, server.user(), server.password()));
            assertEquals(all, read("texts_utf8", server, "texts_watcher", PASSWORD));

            asked.clear();
            assertEquals(all, read("texts_ascii", server, server.user(), server.password()));
            assertEquals(List.of("statement-texts"), asked);

            server.runIn("texts_utf8", "SELECT pg_stat_statements_reset()");
            runAs("texts_new", "texts_utf8", server, "SELECT 1 AS \"\u65e5\u672c\"");
            runAs("texts_old", "texts_latin1", server, "SELECT 2 AS \"caf\u00e9\"");
            assertEquals(
                    Map.of(
                            "texts_new",
                            "SELECT $1 AS \"\u65e5\u672c\"",
                            "texts_old",
                            "SELECT $1 AS \"caf\u00e9\""),
                    read("texts_latin1", server, server.user(), server.password()));
            asked.clear();
            assertEquals(
                    Map.of(
                            "texts_new",
                            "SELECT $1 AS \"\u65e5\u672c\"",
                            "texts_old",
                            "SELECT $1 AS \"caf\u00e9\""),
                    read("texts_utf8", server, server.user(), server.password()));
            assertEquals(List.of("statement-texts"), asked, "nothing more when all can be read");
        } finally {
            drop(server);
        }
    }

    /** By user: what came of the one statement that each has run. */
    private Map<String, String> read(
            String database, TestServer server, String user, String password) throws Exception {
        try (Reads reads = Reads.as(user, password, database, server)) {
            List<StatementsSnapshot.Row> rows =
                    reads.all().rows().stream()
                            .filter(row -> row.user().matches("texts_(old|new)"))
                            .filter(row -> row.key().topLevel() || row.user().endsWith("old"))
                            .toList();
            List<StatementKey> keys = rows.stream().map(StatementsSnapshot.Row::key).toList();
            StatementTextsSnapshot texts =
                    switch (reading(reads, password).read(keys, 1_000)) {
                        case Answer.Got<StatementTextsSnapshot>(var got, var _) -> got;
                        case Answer.Failed<StatementTextsSnapshot>(var problem) ->
                                throw new AssertionError(problem.toString());
                    };
            Map<String, String> words = new TreeMap<>();
            for (StatementsSnapshot.Row row : rows) {
                String text =
                        texts.unreadable().contains(row.key())
                                ? "unreadable"
                                : Optional.ofNullable(texts.texts().get(row.key()))
                                        .map(StatementText::text)
                                        .orElse("lost");
                if (!text.startsWith("DO")) {
                    words.put(row.user(), text);
                }
            }
            return words;
        }
    }

    private StatementTextsReading reading(Reads reads, String password) {
        return new StatementTextsReading(
                counted(reads),
                new PgVisits(reads.pool(), () -> Secret.of(password), Clock.systemUTC()));
    }

    private Source counted(Reads reads) {
        PgReader reader = new PgReader(reads.pool(), Clock.systemUTC());
        return questions -> {
            asked.add(
                    questions.stream()
                            .map(Question::name)
                            .map(name -> name.replace("statement-texts-of-user", "of-user"))
                            .collect(Collectors.joining(",")));
            return reader.ask(questions);
        };
    }

    private static void build(TestServer server) throws SQLException {
        drop(server);
        for (String role : List.of("texts_old", "texts_new", "texts_watcher")) {
            server.run("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, PASSWORD));
        }
        server.run("GRANT pg_read_all_stats, texts_old, texts_new TO texts_watcher");
        for (String database : DATABASES) {
            String encoding =
                    switch (database) {
                        case "texts_latin1" -> "LATIN1";
                        case "texts_ascii" -> "SQL_ASCII";
                        default -> "UTF8";
                    };
            server.run(
                    "CREATE DATABASE %s ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
                            .formatted(database, encoding));
            if (!encoding.equals("SQL_ASCII")) {
                server.runIn(database, "CREATE EXTENSION pg_stat_statements");
            }
        }
        server.runIn("texts_utf8", "SELECT pg_stat_statements_reset()");
    }

    private static void runAs(String user, String database, TestServer server, String sql)
            throws SQLException {
        try (Connection connection = server.connect(database, user, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void drop(TestServer server) throws SQLException {
        for (String database : DATABASES) {
            server.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        server.run("DROP ROLE IF EXISTS texts_watcher, texts_old, texts_new");
        server.forgetStatements();
    }
}
