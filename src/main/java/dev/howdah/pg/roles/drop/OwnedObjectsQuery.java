package dev.howdah.pg.roles.drop;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Names what a role owns in the database that is asked, and the databases that it owns. */
public record OwnedObjectsQuery(String role) implements Query<List<OwnedObjectsQuery.Owned>> {
    /** More objects than anybody reads; the rest is counted elsewhere. */
    public static final int LIMIT = 500;

    /**
     * One object.
     *
     * @param type as the server calls it: "table", "schema", "function"
     * @param identity its full name, quoted where needed
     */
    public record Owned(String type, String identity) {}

    private static final String SQL =
            """
            SELECT o.type,
                   o.identity
              FROM pg_shdepend s
             CROSS JOIN LATERAL pg_identify_object(s.classid, s.objid, s.objsubid) o
             WHERE s.refclassid = 'pg_authid'::regclass
               AND s.refobjid = (SELECT r.oid
                                   FROM pg_roles r
                                  WHERE r.rolname::text = ?)
               AND s.deptype = 'o'
               AND s.classid <> 'pg_default_acl'::regclass
               AND s.dbid IN (0, (SELECT d.oid
                                    FROM pg_database d
                                   WHERE d.datname = current_database()))
               AND o.identity IS NOT NULL
             ORDER BY o.type, o.identity
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "owned objects";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, role);
    }

    @Override
    public List<Owned> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<Owned> owned = new ArrayList<>();
        while (rows.next()) {
            owned.add(new Owned(rows.getString("type"), rows.getString("identity")));
        }
        return List.copyOf(owned);
    }
}
