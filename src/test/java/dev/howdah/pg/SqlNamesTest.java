package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and literals are quoted as the server itself reads them, however hostile they are. */
class SqlNamesTest {
    private static final String[] PIECES = {
        "\"",
        "'",
        "\\",
        ";",
        "--",
        "/*",
        "*/",
        "$$",
        "$a$",
        "\n",
        "\r",
        "\t",
        " ",
        "%",
        "?",
        "{fn",
        "}",
        "''",
        "\"\"",
        "E'",
        "U&\"",
        "\\'",
        "\\\\",
        "\u0001",
        "\u202e",
        "\u0645",
        "é",
        "😀",
        "ẞ",
        "İ",
        "ı",
        "table",
        "SELECT",
        "null",
        "a",
        "Z",
        "0",
        "_",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "DROP TABLE x"
    };

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void theServerReadsEveryNameAsItWasMeant(int major) throws Exception {
        List<String> names = hostile(4_000, SqlNames.MAX_BYTES);
        try (Connection connection = TestServer.of(major).connect()) {
            assertEquals(names, columnNames(connection, names));
            assertEquals(
                    names,
                    texts(
                            connection,
                            "(parse_ident(v, true))[1]",
                            names.stream().map(SqlNames::quoted).toList()));
            // an uppercase letter in front makes the server quote every one of them
            assertEquals(
                    names.stream().map(name -> SqlNames.quoted("X" + name)).toList(),
                    texts(connection, "quote_ident('X' || v)", names));
        }
    }

    @ParameterizedTest
    @CsvSource({"13, on", "13, off", "18, on", "18, off"})
    void theServerReadsEveryLiteralAsItWasMeant(int major, String standardStrings)
            throws Exception {
        List<String> texts = hostile(4_000, 400);
        try (Connection connection = TestServer.of(major).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET standard_conforming_strings = " + standardStrings);
            statement.setEscapeProcessing(false);
            for (List<String> some : chunks(texts, 500)) {
                String values =
                        some.stream()
                                .map(text -> "(" + SqlNames.literal(text) + ")")
                                .collect(Collectors.joining(", "));
                try (ResultSet rows = statement.executeQuery("VALUES " + values)) {
                    assertEquals(some, firstColumn(rows));
                }
            }
        }
    }

    @Test
    void aLiteralIsWrittenAsTheServerWritesIt() throws Exception {
        List<String> texts = hostile(4_000, 400);
        try (Connection connection = TestServer.newest().connect()) {
            assertEquals(
                    texts(connection, "quote_literal(v)", texts),
                    texts.stream().map(SqlNames::literal).map(String::strip).toList());
        }
    }

    @Test
    void aNameThatTheServerWouldCutIsRefused() throws Exception {
        SqlNames.check("é".repeat(31) + "x");

        assertEquals(
                "This name has 64 bytes; PostgreSQL keeps only 63 and would cut the rest silently.",
                refusal("é".repeat(32)));
        assertEquals("A name can't be empty.", refusal(""));
        assertEquals("A name can't contain the character NUL.", refusal("a\0b"));
    }

    @Test
    void halfACharacterIsRefusedBecauseItWouldBecomeAnother() {
        assertEquals("A name can't contain half a character.", refusal("a\ud83d"));
        assertEquals("A name can't contain half a character.", refusal("\ude00b"));
    }

    private static String refusal(String name) {
        ProblemException refused = assertThrows(ProblemException.class, () -> SqlNames.check(name));
        assertEquals(Kind.BAD_INPUT, refused.problem().kind());
        return refused.problem().sentence();
    }

    /** What the server calls columns that were named like this. */
    private static List<String> columnNames(Connection connection, List<String> names)
            throws Exception {
        List<String> read = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (List<String> some : chunks(names, 500)) {
                String columns =
                        some.stream()
                                .map(name -> "1 AS " + SqlNames.quoted(name))
                                .collect(Collectors.joining(", "));
                try (ResultSet rows = statement.executeQuery("SELECT " + columns)) {
                    for (int i = 1; i <= some.size(); i++) {
                        read.add(rows.getMetaData().getColumnLabel(i));
                    }
                }
            }
        }
        return read;
    }

    /** What the server makes of each value {@code v}. */
    private static List<String> texts(Connection connection, String expression, List<String> values)
            throws Exception {
        String sql =
                "SELECT " + expression + " FROM unnest(?) WITH ORDINALITY AS t (v, i) ORDER BY i";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                return firstColumn(rows);
            }
        }
    }

    private static List<String> firstColumn(ResultSet rows) throws Exception {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }

    private static List<List<String>> chunks(List<String> all, int size) {
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            chunks.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return chunks;
    }

    /** Names of 1 to {@code maxBytes} bytes, made of what usually breaks quoting. */
    private static List<String> hostile(int count, int maxBytes) {
        Random random = new Random(20261121);
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            int pieces = 1 + random.nextInt(12);
            for (int i = 0; i < pieces; i++) {
                name.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (name.toString().getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
                names.add(name.toString());
            }
        }
        return names;
    }
}
