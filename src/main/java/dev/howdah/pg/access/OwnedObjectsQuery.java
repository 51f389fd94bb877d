package dev.howdah.pg.access;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.access.OwnedObjectsSnapshot.DatabaseRow;
import dev.howdah.pg.access.OwnedObjectsSnapshot.ObjectRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what depends on a role in every database, from the one catalog that all databases share,
 * and names what is in ours. Other databases' names need a visit there.
 *
 * @param role its OID
 */
public record OwnedObjectsQuery(long role) implements Query<OwnedObjectsSnapshot> {
    /** Objects of our own database; the rest is counted. */
    public static final int LIMIT = 1_000;

    public static final int DATABASE_LIMIT = 500;

    /** Below are the roles that initdb makes. Source: transam.h, FirstNormalObjectId. */
    private static final long FIRST_NORMAL_OID = 16_384;

    /** What an object is to the role. Source: pg_shdepend.deptype. */
    private static final String SQL =
            """
            WITH own AS (
                 SELECT d.oid
                   FROM pg_database d
                  WHERE d.datname = current_database()
            ), depends AS (
                 SELECT s.dbid, s.classid, s.objid, s.objsubid, s.deptype
                   FROM pg_shdepend s
                  WHERE s.refclassid = 'pg_authid'::regclass
                    AND s.refobjid = ?::oid
            ), counted AS (
                 SELECT p.dbid,
                        coalesce(d.datname::text, '')             AS name,
                        coalesce(p.dbid = (SELECT o.oid FROM own o), false) AS is_current,
                        count(*) FILTER (WHERE p.deptype = 'o')   AS owned,
                        count(*) FILTER (WHERE p.deptype IN ('a', 'i')) AS granted,
                        count(*) FILTER (WHERE p.deptype = 'r')   AS policies
                   FROM depends p
                   LEFT JOIN pg_database d ON d.oid = p.dbid
                  GROUP BY p.dbid, d.datname
            ), ours AS (
                 SELECT p.classid, p.objid, p.objsubid, count(*) OVER () AS total
                   FROM depends p
                  WHERE p.deptype = 'o'
                    AND p.dbid IN (0, (SELECT o.oid FROM own o))
                  ORDER BY p.dbid DESC, p.classid, p.objid
                  LIMIT %2$d
            )
            SELECT c.*
              FROM (SELECT 1                  AS part,
                           c.dbid::bigint     AS oid,
                           c.name,
                           c.is_current,
                           c.owned,
                           c.granted,
                           c.policies,
                           ''                 AS type,
                           count(*) OVER ()   AS total
                      FROM counted c
                     ORDER BY c.is_current DESC, c.name
                     LIMIT %1$d) c
             UNION ALL
            SELECT 2, 0, coalesce(i.identity, ''), true, 0, 0, 0, coalesce(i.type, ''), o.total
              FROM ours o
             CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, o.objsubid) i
             ORDER BY part, is_current DESC, type, name
             LIMIT %1$d + %2$d
            """
                    .formatted(DATABASE_LIMIT, LIMIT);

    @Override
    public String name() {
        return "owned-objects";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, role);
    }

    @Override
    public OwnedObjectsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<DatabaseRow> databases = new ArrayList<>();
        List<ObjectRow> here = new ArrayList<>();
        long totalDatabases = 0;
        long totalHere = 0;
        while (rows.next()) {
            if (rows.getInt("part") == 1) {
                totalDatabases = rows.getLong("total");
                databases.add(
                        new DatabaseRow(
                                rows.getLong("oid"),
                                rows.getString("name"),
                                rows.getBoolean("is_current"),
                                rows.getLong("owned"),
                                rows.getLong("granted"),
                                rows.getLong("policies")));
            } else {
                totalHere = rows.getLong("total");
                here.add(new ObjectRow(rows.getString("type"), rows.getString("name")));
            }
        }
        return new OwnedObjectsSnapshot(
                role >= FIRST_NORMAL_OID,
                databases,
                totalDatabases - databases.size(),
                here,
                totalHere - here.size());
    }
}
