package dev.howdah.pg.settings;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what has to be known before an extension is created, updated or dropped. What depends on
 * its objects is followed as DROP … CASCADE would: through internal parts, from rules to views.
 * Another extension stands for all that is its own, parts that go by themselves with it included.
 */
public record ExtensionFactsQuery(String extension) implements Query<ExtensionFacts> {
    /** More than anybody reads; that there are some is enough not to drop. */
    public static final int MOST_DEPENDANTS = 100;

    private static final String SQL =
            """
            WITH RECURSIVE goes AS (
                   SELECT 'pg_extension'::regclass::oid AS classid,
                          e.oid                         AS objid,
                          0                             AS objsubid,
                          'e'::text                     AS deptype
                     FROM pg_extension e
                    WHERE e.extname = ?
                    UNION
                   SELECT CASE WHEN w.oid IS NULL THEN d.classid
                               ELSE 'pg_class'::regclass
                          END,
                          coalesce(w.ev_class, d.objid),
                          CASE WHEN w.oid IS NULL THEN d.objsubid ELSE 0 END,
                          CASE WHEN g.deptype = 'i' AND d.deptype <> 'n'
                               THEN 'i'
                               ELSE d.deptype::text
                          END
                     FROM goes g
                     JOIN pg_depend d ON d.refclassid = g.classid
                                     AND d.refobjid = g.objid
                                     AND (g.objsubid = 0 OR d.refobjsubid = g.objsubid)
                     LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass
                                           AND w.oid = d.objid
                                           AND w.ev_class <> d.refobjid),
                 others AS (
                   SELECT DISTINCT g.classid, g.objid, g.objsubid
                     FROM goes g
                    WHERE g.deptype IN ('n', 'a')
                      AND g.classid NOT IN ('pg_rewrite'::regclass,
                                            'pg_amop'::regclass,
                                            'pg_amproc'::regclass)
                      AND NOT EXISTS (SELECT
                                        FROM pg_depend m
                                       WHERE m.classid = g.classid
                                         AND m.objid = g.objid
                                         AND m.deptype = 'e'
                                         AND m.refclassid = 'pg_extension'::regclass)
                      AND NOT EXISTS (SELECT
                                        FROM pg_depend a
                                        JOIN pg_depend m ON m.classid = a.refclassid
                                                        AND m.objid = a.refobjid
                                       WHERE a.classid = g.classid
                                         AND a.objid = g.objid
                                         AND a.deptype IN ('a', 'i')
                                         AND m.deptype = 'e'
                                         AND m.refclassid = 'pg_extension'::regclass))
            SELECT v.version,
                   e.extversion                             AS installed,
                   coalesce(v.superuser, false)             AS superuser_needed,
                   coalesce(v.trusted, false)               AS trusted,
                   coalesce(v.requires::text[], '{}')       AS requires,
                   ARRAY (SELECT r.name::text
                            FROM unnest(v.requires) r (name)
                           WHERE NOT EXISTS (SELECT
                                               FROM pg_extension i
                                              WHERE i.extname = r.name)) AS lacking,
                   v.schema::text                           AS wanted_schema,
                   has_database_privilege(current_database(), 'CREATE') AS may_create,
                   coalesce(pg_has_role(e.extowner, 'USAGE'), false)    AS owns,
                   ARRAY (SELECT pg_describe_object(o.classid, o.objid, o.objsubid)
                            FROM others o
                           ORDER BY 1
                           LIMIT %d)                        AS dependants,
                   (SELECT p.name = ANY (string_to_array(replace(s.setting, ' ', ''), ','))
                      FROM pg_settings s
                     WHERE s.name = 'shared_preload_libraries') AS preloaded
              FROM (SELECT ?::text AS name) p
              LEFT JOIN pg_extension e ON e.extname = p.name
              LEFT JOIN pg_available_extensions a ON a.name = p.name
              LEFT JOIN pg_available_extension_versions v ON v.name = a.name
                                                         AND v.version = a.default_version
            """
                    .formatted(MOST_DEPENDANTS);

    @Override
    public String name() {
        return "extension facts " + extension;
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, extension, extension);
    }

    @Override
    public ExtensionFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        boolean preloaded = rows.getBoolean("preloaded");
        boolean preloadHidden = rows.wasNull();
        return new ExtensionFacts(
                extension,
                shape.database(),
                Optional.ofNullable(rows.getString("version")),
                Optional.ofNullable(rows.getString("installed")),
                rows.getBoolean("superuser_needed"),
                rows.getBoolean("trusted"),
                texts(rows.getArray("requires")),
                texts(rows.getArray("lacking")),
                Optional.ofNullable(rows.getString("wanted_schema")),
                shape.rights().superuser(),
                rows.getBoolean("may_create"),
                rows.getBoolean("owns"),
                shape.inRecovery(),
                texts(rows.getArray("dependants")),
                preloadHidden ? Optional.empty() : Optional.of(preloaded));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
