package dev.howdah.pg;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.nio.charset.StandardCharsets;

/** The one place where names and literals become part of a statement's text. */
public final class SqlNames {
    /** PostgreSQL cuts longer names silently (NAMEDATALEN - 1), so two of them could become one. */
    public static final int MAX_BYTES = 63;

    private static final Texts TEXTS = Texts.of(SqlNames.class);

    private SqlNames() {}

    /** The name in double quotes, always, so that no keyword and no capital letter surprises. */
    public static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Schema and object, each quoted. */
    public static String quoted(String schema, String object) {
        return quoted(schema) + "." + quoted(object);
    }

    /**
     * Whether it is the same bytes in every database. Names of roles and databases are kept once
     * for the server, in the bytes of the encoding of whoever made them.
     */
    public static boolean isSameInEveryEncoding(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    /** A string literal that reads the same whatever standard_conforming_strings says. */
    public static String literal(String text) {
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') < 0
                ? "'" + doubled + "'"
                : " E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /**
     * Refuses a name that the server would cut or can't store.
     *
     * @throws ProblemException of kind BAD_INPUT
     */
    public static void check(String name) throws ProblemException {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (name.isEmpty()) {
            refuse("name.empty");
        } else if (name.indexOf('\0') >= 0) {
            refuse("name.nul");
        } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            refuse("name.halfCharacter");
        } else if (bytes > MAX_BYTES) {
            refuse("name.tooLong", bytes, MAX_BYTES);
        }
    }

    private static void refuse(String key, Object... arguments) throws ProblemException {
        throw new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text("name.remedy")));
    }
}
