package dev.howdah.pg.server.objects;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.objects.SequencesSnapshot.SequenceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the sequences that can run out. Reading one takes a lock on it until our transaction ends:
 * so those of the largest tables come first, their number is capped, and none is read that somebody
 * is changing, since we would queue behind it.
 */
public record SequencesQuery() implements Query<SequencesSnapshot> {
    /** A small part of the lock table even of a small server (64 x 100 entries by default). */
    public static final int MAX_READ = 300;

    private static final String SQL =
            """
            WITH locked AS MATERIALIZED (
                 SELECT l.relation AS oid
                   FROM pg_locks l
                  WHERE l.locktype = 'relation'
                    AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock',
                                   'ExclusiveLock', 'AccessExclusiveLock')
            ), sequence AS (
                 SELECT c.oid,
                        n.nspname              AS schema_name,
                        c.relname              AS name,
                        coalesce(t.relname || '.' || a.attname, '') AS column_name,
                        t.reltuples            AS table_rows,
                        q.seqstart             AS first_value,
                        CASE WHEN q.seqincrement > 0
                             THEN least(q.seqmax,
                                        CASE a.atttypid WHEN 'int2'::regtype THEN 32767
                                                        WHEN 'int4'::regtype THEN 2147483647 END)
                             ELSE greatest(q.seqmin,
                                        CASE a.atttypid WHEN 'int2'::regtype THEN -32768
                                                        WHEN 'int4'::regtype THEN -2147483648 END)
                        END                    AS last_possible
                   FROM pg_sequence q
                   JOIN pg_class c ON c.oid = q.seqrelid
                   JOIN pg_namespace n ON n.oid = c.relnamespace
                   LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass
                                        AND d.objid = c.oid
                                        AND d.refclassid = 'pg_class'::regclass
                                        AND d.refobjsubid > 0
                                        AND d.deptype IN ('a', 'i')
                   LEFT JOIN pg_class t ON t.oid = d.refobjid
                   LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid
                                           AND a.attnum = d.refobjsubid
                  WHERE NOT q.seqcycle
                    AND c.relpersistence <> 't'
                    AND (c.relpersistence = 'p' OR NOT pg_is_in_recovery())
            ), candidate AS MATERIALIZED (
                 SELECT s.*,
                        has_sequence_privilege(s.oid, 'SELECT, USAGE') AS is_ours_to_read
                   FROM sequence s
                  WHERE s.last_possible NOT IN (9223372036854775807, -9223372036854775808)
            ), readable AS MATERIALIZED (
                 SELECT c.*
                   FROM candidate c
                  WHERE c.is_ours_to_read
                    AND NOT EXISTS (SELECT FROM locked l WHERE l.oid = c.oid)
                  ORDER BY c.table_rows DESC NULLS LAST, c.oid
                  LIMIT {sequences}
            ), looked AS MATERIALIZED (
                 SELECT r.*,
                        coalesce(pg_sequence_last_value(r.oid), r.first_value) AS last_value
                   FROM readable r
            )
            SELECT (SELECT count(*) FROM candidate) AS candidates,
                   (SELECT count(*)
                      FROM candidate c
                     WHERE NOT c.is_ours_to_read)   AS forbidden,
                   (SELECT count(*) FROM looked)    AS looked,
                   l.schema_name,
                   l.name,
                   l.column_name,
                   l.last_value,
                   l.last_possible,
                   100 * (l.last_value - l.first_value)::float8
                       / nullif(l.last_possible::float8 - l.first_value::float8, 0) AS used_pct
              FROM (VALUES (1)) once(again)
              LEFT JOIN looked l ON true
             ORDER BY used_pct DESC NULLS LAST, l.schema_name, l.name
             LIMIT 50
            """;

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_data";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL.replace("{sequences}", Integer.toString(MAX_READ)));
    }

    @Override
    public SequencesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        long candidates = 0;
        long forbidden = 0;
        long looked = 0;
        List<SequenceRow> sequences = new ArrayList<>();
        while (rows.next()) {
            candidates = rows.getLong("candidates");
            forbidden = rows.getLong("forbidden");
            looked = rows.getLong("looked");
            String schema = rows.getString("schema_name");
            if (schema != null) {
                sequences.add(
                        new SequenceRow(
                                schema,
                                rows.getString("name"),
                                rows.getString("column_name"),
                                rows.getLong("last_value"),
                                rows.getLong("last_possible"),
                                Math.clamp(rows.getDouble("used_pct"), 0, 100)));
            }
        }
        return new SequencesSnapshot(candidates, forbidden, looked, sequences);
    }
}
