package dev.howdah.pg.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.testing.TestServer;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements arrive as they were typed, in whatever encoding and however long. */
final class StatementTextTest {
    private static final String MAJORS = "dev.howdah.testing.TestServer#majors";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T open(T some) {
        opened.add(some);
        return some;
    }

    private void database(TestServer server, String name, String encoding) throws SQLException {
        server.run(
                "CREATE DATABASE %s ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
                        .formatted(name, encoding));
        open(() -> server.run("DROP DATABASE " + name));
    }

    private static SessionRow row(Asker asker, int pid) throws Exception {
        return asker.ask(new ActivityQuery(true)).sessions().stream()
                .filter(row -> row.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "13, UTF8", "13, LATIN1", "13, EUC_JP", "13, SQL_ASCII",
        "18, UTF8", "18, LATIN1", "18, EUC_JP", "18, SQL_ASCII"
    })
    void readsTextsOfOtherEncodingsFromADatabaseOfAnyEncoding(int major, String askedFrom)
            throws Exception {
        TestServer server = TestServer.of(major);
        database(server, "txt_utf8", "UTF8");
        database(server, "txt_latin1", "LATIN1");
        database(server, "txt_euc_jp", "EUC_JP");
        database(server, "txt_sql_ascii", "SQL_ASCII");
        String french = "SELECT 'été ''\\ ÿ'";
        String japanese = "SELECT '日本語\\'";
        Other inLatin1 = inDatabase(server, "txt_latin1");
        inLatin1.run(french);
        Other inEucJp = inDatabase(server, "txt_euc_jp");
        inEucJp.run(japanese);
        Other inUtf8 = inDatabase(server, "txt_utf8");
        inUtf8.run("SELECT 'é日𝄞'");
        Other inNone = inDatabase(server, "txt_sql_ascii");
        inNone.run("SELECT 'é日'");
        Asker asker =
                open(
                        Asker.in(
                                server,
                                "txt_" + askedFrom.toLowerCase(java.util.Locale.ROOT),
                                server.user(),
                                server.password()));

        assertEquals(french, row(asker, inLatin1.pid()).statement().text().text());
        assertEquals(japanese, row(asker, inEucJp.pid()).statement().text().text());
        assertEquals("SELECT 'é日𝄞'", row(asker, inUtf8.pid()).statement().text().text());
        assertEquals("SELECT 'é日'", row(asker, inNone.pid()).statement().text().text());
    }

    private Other inDatabase(TestServer server, String database) throws SQLException {
        return open(Other.of(server, server.connect(database), "txt"));
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void cutsLongTextsAtACharacterAndReadsTheRestOnDemand(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other wordy = open(Other.named(server, "txt"));
        String text = "SELECT '" + "''".repeat(150) + "é".repeat(300) + "'";
        wordy.run(text);

        SessionRow row = row(asker, wordy.pid());
        Instant start = row.key().backendStart().orElseThrow();

        assertEquals(
                new StatementText(text.substring(0, 195), true, false), row.statement().text());
        assertEquals(
                Optional.of(new StatementText(text, false, false)),
                asker.ask(new SessionTextQuery(wordy.pid(), start)));
        assertEquals(
                Optional.empty(),
                asker.ask(new SessionTextQuery(wordy.pid(), start.plusNanos(1_000))),
                "another session of the same pid has another text");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void saysThatTheServerItselfKeepsNoMore(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other wordy = open(Other.named(server, "txt"));
        wordy.run("SELECT '" + "日".repeat(3_000) + "'");

        StatementText head = row(asker, wordy.pid()).statement().text();
        StatementText all =
                asker.ask(
                                new SessionTextQuery(
                                        wordy.pid(),
                                        row(asker, wordy.pid()).key().backendStart().orElseThrow()))
                        .orElseThrow();

        assertEquals(new StatementText("SELECT '" + "日".repeat(124), true, true), head);
        assertEquals(new StatementText("SELECT '" + "日".repeat(338), false, true), all);
    }

    @ParameterizedTest
    @CsvSource({
        "LATIN1, ISO-8859-1, Ärger",
        "LATIN2, ISO-8859-2, Łódź",
        "WIN1251, windows-1251, Москва",
        "KOI8R, KOI8-R, Москва",
        "SQL_ASCII, UTF-8, Ärger",
        "SQL_ASCII, windows-1252, Ärger",
        "MULE_INTERNAL, US-ASCII, plain"
    })
    void knowsTheEncodingsOfPostgres(String encoding, String charset, String text) {
        assertEquals(
                text,
                DatabaseEncoding.decode(text.getBytes(Charset.forName(charset)), encoding, true));
    }
}
