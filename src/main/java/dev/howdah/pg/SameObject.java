package dev.howdah.pg;

/**
 * Statements for the beginning of a way back, which may come much later: each ends its transaction
 * when the name by then means another object, one that somebody dropped and made anew.
 */
public final class SameObject {
    private static final String BEGINNING = "SELECT 1 / count(*) AS is_still_the_same FROM ";

    private SameObject() {}

    /** For a role. */
    public static String role(String name, long oid) {
        return BEGINNING + "pg_roles WHERE rolname = %s AND oid = %d".formatted(literal(name), oid);
    }

    /** For an extension. */
    public static String extension(String name, long oid) {
        return BEGINNING
                + "pg_extension WHERE extname = %s AND oid = %d".formatted(literal(name), oid);
    }

    /** For a table, which should be locked by then. */
    public static String table(String schema, String name, long oid) {
        return BEGINNING
                + "pg_class WHERE relname = %s AND relnamespace = %s::regnamespace AND oid = %d"
                        .formatted(literal(name), literal(SqlNames.quoted(schema)), oid);
    }

    private static String literal(String name) {
        return SqlNames.literal(name).strip();
    }

    static boolean isAskedBy(Sql statement) {
        return statement.text().startsWith(BEGINNING);
    }
}
