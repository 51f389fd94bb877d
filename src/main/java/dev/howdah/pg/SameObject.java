package dev.howdah.pg;

import java.util.Map;
import java.util.stream.Collectors;

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

    /** For a database. */
    public static String database(String name, long oid) {
        return BEGINNING
                + "pg_database WHERE datname = %s AND oid = %d".formatted(literal(name), oid);
    }

    /** For a schema. */
    public static String schema(String name, long oid) {
        return BEGINNING
                + "pg_namespace WHERE nspname = %s AND oid = %d".formatted(literal(name), oid);
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

    /**
     * For all of some tables, views or sequences of a schema.
     *
     * @param oids at least one, by name
     */
    static String tables(String schema, Map<String, Long> oids) {
        return BEGINNING
                + """
                (SELECT count(*) AS same FROM pg_class \
                WHERE relnamespace = %s::regnamespace AND (relname, oid) IN (%s)) tables \
                WHERE same = %d\
                """
                        .formatted(
                                literal(SqlNames.quoted(schema)),
                                oids.entrySet().stream()
                                        .map(each ->
                                                "(%s, %d)"
                                                        .formatted(
                                                                literal(each.getKey()),
                                                                each.getValue()))
                                        .collect(Collectors.joining(", ")),
                                oids.size());
    }

    private static String literal(String name) {
        return SqlNames.literal(name).strip();
    }

    static boolean isAskedBy(Sql statement) {
        return statement.text().startsWith(BEGINNING);
    }
}
