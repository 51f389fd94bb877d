package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The objects that a change names. Once it has run they are looked up, so that its way back, which
 * only knows the names, leaves others alone that have them by then.
 */
public final class NamedObjects {
    private static final String NUMBERS =
            """
            SELECT 'ROLE'          AS kind,
                   r.rolname::text AS name,
                   r.oid::bigint   AS oid
              FROM pg_roles r
             WHERE r.rolname::text = ANY (?)
             UNION ALL
            SELECT 'DATABASE', d.datname::text, d.oid::bigint
              FROM pg_database d
             WHERE d.datname::text = ANY (?)
             UNION ALL
            SELECT 'SCHEMA', n.nspname::text, n.oid::bigint
              FROM pg_namespace n
             WHERE n.nspname::text = ANY (?)
             UNION ALL
            SELECT 'EXTENSION', e.extname::text, e.oid::bigint
              FROM pg_extension e
             WHERE e.extname::text = ANY (?)
             UNION ALL
            SELECT 'TABLE', c.relname::text, c.oid::bigint
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname::text = ANY (?)
               AND n.nspname::text = ?
             ORDER BY 1, 2
             LIMIT 5000
            """;

    private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
    private final List<Numbered> found = new CopyOnWriteArrayList<>();
    private String schemaOfTables = "";

    private enum Kind {
        ROLE,
        DATABASE,
        SCHEMA,
        EXTENSION,
        TABLE
    }

    private record Numbered(Kind kind, String name, long oid) {
        String guard() {
            return switch (kind) {
                case ROLE -> SameObject.role(name, oid);
                case DATABASE -> SameObject.database(name, oid);
                case SCHEMA -> SameObject.schema(name, oid);
                case EXTENSION -> SameObject.extension(name, oid);
                case TABLE -> throw new IllegalStateException("tables have one guard for all");
            };
        }
    }

    /**
     * @param name empty for PUBLIC, which is always the same
     */
    public NamedObjects role(String name) {
        return name.isEmpty() ? this : and(Kind.ROLE, List.of(name));
    }

    public NamedObjects database(String name) {
        return and(Kind.DATABASE, List.of(name));
    }

    public NamedObjects schema(String name) {
        return and(Kind.SCHEMA, List.of(name));
    }

    public NamedObjects extensions(List<String> some) {
        return and(Kind.EXTENSION, some);
    }

    /** Tables and whatever else shares their names: views, sequences. All of one schema. */
    public NamedObjects tables(String schema, List<String> some) {
        schemaOfTables = schema;
        return and(Kind.TABLE, some);
    }

    private NamedObjects and(Kind kind, List<String> some) {
        names.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(some);
        return this;
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * Looks them up where the writer is connected; to be called when the change has run. What can't
     * be looked up is not guarded.
     */
    public void look(PgWriter writer) {
        if (isEmpty()) {
            return;
        }
        try {
            List<Numbered> now =
                    writer.call(
                            Sql.of(
                                    NUMBERS,
                                    named(Kind.ROLE),
                                    named(Kind.DATABASE),
                                    named(Kind.SCHEMA),
                                    named(Kind.EXTENSION),
                                    named(Kind.TABLE),
                                    schemaOfTables),
                            NamedObjects::numbered);
            found.clear();
            found.addAll(now);
        } catch (ProblemException _) {
            // the change has run all the same
            found.clear();
        }
    }

    private String[] named(Kind kind) {
        return names.getOrDefault(kind, List.of()).toArray(String[]::new);
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(
                Kind.valueOf(row.getString("kind")), row.getString("name"), row.getLong("oid"));
    }

    /** For the beginning of a way back; empty before {@link #look}. */
    public List<String> guards() {
        List<String> guards = new ArrayList<>();
        Map<String, Long> tables = new TreeMap<>();
        for (Numbered each : found) {
            if (each.kind() == Kind.TABLE) {
                tables.put(each.name(), each.oid());
            } else {
                guards.add(each.guard());
            }
        }
        if (!tables.isEmpty()) {
            guards.add(SameObject.tables(schemaOfTables, tables));
        }
        return guards;
    }
}
