package dev.howdah.pg.access;

import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the default privileges of this database, and the server's built-in ones. */
public record DefaultAclsQuery() implements Query<DefaultAclsSnapshot> {
    /** The rest is counted. */
    public static final int LIMIT = 10_000;

    /** Entries of an ACL; a longer one is not read. */
    static final int ACL_ITEM_LIMIT = 500;

    private static final String SQL =
            """
            WITH entry AS (
                 SELECT d.oid,
                        d.defaclrole          AS owner_oid,
                        d.defaclnamespace     AS schema_oid,
                        d.defaclobjtype::text AS code,
                        d.defaclacl           AS acl
                   FROM pg_default_acl d
                  WHERE d.defaclobjtype IN ('r', 'S', 'f', 'T', 'n', 'L')
                    AND cardinality(d.defaclacl) <= {items}
                  ORDER BY d.defaclrole, d.defaclnamespace, d.defaclobjtype
                  LIMIT {limit}
            ), known AS (
                 SELECT e.* FROM entry e
                 UNION ALL
                 SELECT 0, 0, 0, b.code, acldefault(b.kind, {any_owner})
                   FROM (VALUES ('r', 'r'::"char"), ('S', 's'), ('f', 'f'), ('T', 'T'), ('n', 'n'),
                              ('L', 'L'))
                        b (code, kind)
            )
            SELECT k.oid = 0            AS built_in,
                   k.owner_oid::bigint  AS owner_oid,
                   k.schema_oid::bigint AS schema_oid,
                   coalesce(n.nspname, '') AS schema_name,
                   k.code,
                   x.*,
                   (SELECT count(*)
                      FROM pg_default_acl d
                     WHERE d.defaclobjtype IN ('r', 'S', 'f', 'T', 'n', 'L')) AS total
              FROM known k
              LEFT JOIN pg_namespace n ON n.oid = k.schema_oid
              LEFT JOIN LATERAL (
                   {explode}) x ON true
             ORDER BY k.owner_oid, k.schema_oid, k.code
             LIMIT {limit} + 6
            """;

    @Override
    public String name() {
        return "default-acls";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                SQL.replace("{items}", Integer.toString(ACL_ITEM_LIMIT))
                        .replace("{any_owner}", Long.toString(DefaultAclsSnapshot.ANY_OWNER))
                        .replace("{explode}", AclColumns.exploded("k.acl").indent(15).strip())
                        .replace("{limit}", Integer.toString(LIMIT)));
    }

    @Override
    public DefaultAclsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        AclColumns acls = new AclColumns();
        Map<DefaultsKind, Acl> builtIn = new EnumMap<>(DefaultsKind.class);
        List<DefaultAclsSnapshot.Entry> entries = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            Optional<DefaultsKind> kind = DefaultsKind.coded(rows.getString("code"));
            if (kind.isPresent() && rows.getBoolean("built_in")) {
                builtIn.put(kind.get(), acls.read(rows));
            } else if (kind.isPresent()) {
                entries.add(
                        new DefaultAclsSnapshot.Entry(
                                rows.getLong("owner_oid"),
                                rows.getLong("schema_oid"),
                                rows.getString("schema_name"),
                                kind.get(),
                                acls.read(rows)));
            }
        }
        return new DefaultAclsSnapshot(builtIn, entries, total - entries.size());
    }
}
