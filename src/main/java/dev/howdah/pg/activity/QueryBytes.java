package dev.howdah.pg.activity;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Brings the text of another session's statement here unharmed. It can be in any encoding, so no
 * function that looks at characters may touch it on the server: quote_literal() goes byte by byte
 * (replace() and left() fail on foreign bytes, seen in an EUC_JP database), and what decode() makes
 * of it is bytes, which the connection does not convert.
 */
final class QueryBytes {
    /** Longer statements end in an ellipsis; of 256 ASCII characters there are as many bytes. */
    static final int HEAD_CHARACTERS = 256;

    private static final int HEAD_BYTES = 384;

    /** The whole of what any server keeps: track_activity_query_size is 1 MB at the most. */
    private static final int ALL_BYTES = 1 << 21;

    private static final String COLUMNS =
            """
            octet_length(s.query)                       AS query_bytes,
                   current_setting('track_activity_query_size') AS query_size_limit,
                   pg_encoding_to_char(d.encoding)             AS encoding,
                   substring(decode(quote_literal(s.query), 'escape')
                             FROM 1 FOR {bytes})               AS query_quoted
            """;

    private QueryBytes() {}

    /** Columns for the beginning of {@code s.query}; {@code d} is its row of pg_database. */
    static String head() {
        return columns(HEAD_BYTES);
    }

    /** Columns for all of {@code s.query}. */
    static String all() {
        return columns(ALL_BYTES);
    }

    private static String columns(int bytes) {
        return COLUMNS.replace("{bytes}", Integer.toString(bytes)).strip();
    }

    /**
     * @param characters at most so many
     */
    static StatementText read(ResultSet row, int characters) throws SQLException {
        byte[] quoted = row.getBytes("query_quoted");
        if (quoted == null) {
            return new StatementText("", false, false);
        }
        int length = row.getInt("query_bytes");
        byte[] bytes = unquoted(quoted);
        boolean whole = bytes.length >= length;
        String text = DatabaseEncoding.decode(bytes, row.getString("encoding"), whole);
        boolean tooLong = text.codePointCount(0, text.length()) > characters;
        if (tooLong) {
            text = text.substring(0, text.offsetByCodePoints(0, characters));
        }
        // A character is never split, so up to three bytes below the limit stay unused.
        boolean full = length >= sizeLimit(row.getString("query_size_limit")) - 4;
        return new StatementText(text, !whole || tooLong, full);
    }

    /**
     * The bytes between the quotes of {@code 'it''s'} or {@code E'…'}, of which the end may lack.
     */
    static byte[] unquoted(byte[] quoted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(quoted.length);
        int at = quoted.length > 0 && quoted[0] == 'E' ? 2 : 1;
        while (at < quoted.length) {
            if (quoted[at] == '\'') {
                at++;
                if (at >= quoted.length) {
                    break;
                }
            }
            out.write(quoted[at++]);
        }
        return out.toByteArray();
    }

    /** From the setting as the server shows it: 1kB, 16kB, 1500B. */
    private static long sizeLimit(String setting) {
        String text = setting.toUpperCase(Locale.ROOT);
        long factor = text.endsWith("KB") ? 1_024 : text.endsWith("MB") ? 1_024 * 1_024 : 1;
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? Long.MAX_VALUE : Long.parseLong(digits) * factor;
    }
}
