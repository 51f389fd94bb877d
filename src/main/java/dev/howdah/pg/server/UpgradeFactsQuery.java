package dev.howdah.pg.server;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads what is in the way of a major upgrade. Source: the checks of pg_upgrade. */
public record UpgradeFactsQuery() implements Query<UpgradeFacts> {
    /** Of one kind; that there are some is what matters. */
    public static final int MOST = 20;

    /** Set by somebody and gone by 17; see {@code UpgradeCheck} for when each went. */
    private static final String[] GONE_LATER = {
        "db_user_namespace",
        "old_snapshot_threshold",
        "operator_precedence_warning",
        "promote_trigger_file",
        "stats_temp_directory",
        "trace_recovery_messages",
        "vacuum_cleanup_index_scale_factor",
        "vacuum_defer_cleanup_age"
    };

    /** Objects with an oid below this came with the server. Source: FirstNormalObjectId. */
    private static final String OLD_OBJECTS =
            """
            ARRAY (SELECT pg_describe_object('pg_operator'::regclass, o.oid, 0) AS name
                            FROM pg_operator o
                           WHERE o.oprright = 0
                             AND o.oid >= 16384
                           UNION ALL
                          SELECT pg_describe_object('pg_conversion'::regclass, v.oid, 0)
                            FROM pg_conversion v
                           WHERE v.oid >= 16384
                           UNION ALL
                          SELECT pg_describe_object('pg_proc'::regclass, g.aggfnoid, 0)
                            FROM pg_aggregate g
                            JOIN pg_proc t ON t.oid = g.aggtransfn
                           WHERE g.aggfnoid::oid >= 16384
                             AND t.pronamespace = 'pg_catalog'::regnamespace
                             AND t.proname IN ('array_append', 'array_cat', 'array_prepend',
                                               'array_remove', 'array_replace')
                           ORDER BY name
                           LIMIT %d)\
            """
                    .formatted(MOST);

    @Override
    public String name() {
        return "upgrade facts";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                """
                WITH columns AS (
                       SELECT format('%%I.%%I.%%I', n.nspname, c.relname, a.attname) AS name,
                              a.atttypid
                         FROM pg_attribute a
                         JOIN pg_class c ON c.oid = a.attrelid
                         JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'm', 'p')
                          AND a.attnum > 0
                          AND NOT a.attisdropped
                          AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                          AND n.nspname NOT LIKE 'pg\\_temp\\_%%')
                SELECT (SELECT count(*) - 1
                          FROM pg_database d
                         WHERE d.datallowconn
                           AND NOT d.datistemplate)                 AS other_databases,
                       (SELECT count(*)
                          FROM pg_prepared_xacts)                   AS prepared_transactions,
                       (SELECT count(*)
                          FROM pg_replication_slots s
                         WHERE s.slot_type = 'logical')             AS logical_slots,
                       ARRAY (SELECT c.name
                                FROM columns c
                               WHERE c.atttypid IN ('regproc'::regtype, 'regprocedure'::regtype,
                                                    'regoper'::regtype, 'regoperator'::regtype,
                                                    'regconfig'::regtype, 'regdictionary'::regtype,
                                                    'regnamespace'::regtype,
                                                    'regcollation'::regtype)
                               ORDER BY 1
                               LIMIT %1$d)                          AS fragile_columns,
                       ARRAY (SELECT c.name
                                FROM columns c
                               WHERE c.atttypid IN ('aclitem'::regtype, 'aclitem[]'::regtype)
                               ORDER BY 1
                               LIMIT %1$d)                          AS acl_columns,
                       %2$s                                         AS old_objects,
                       ARRAY (SELECT s.name
                                FROM pg_settings s
                               WHERE s.name = ANY (?)
                                 AND s.source NOT IN ('default', 'override')
                               ORDER BY 1)                          AS settings
                """
                        .formatted(MOST, shape.atLeast(14) ? "'{}'::text[]" : OLD_OBJECTS),
                (Object) GONE_LATER);
    }

    @Override
    public UpgradeFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        return new UpgradeFacts(
                shape.major(),
                shape.database(),
                rows.getInt("other_databases"),
                rows.getInt("prepared_transactions"),
                rows.getInt("logical_slots"),
                texts(rows, "fragile_columns"),
                texts(rows, "acl_columns"),
                texts(rows, "old_objects"),
                texts(rows, "settings"));
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }
}
