package dev.howdah.pg.access;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.access.RoleAccessFacts.OwnerRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts what one role may do in this database, by asking the server for every table. It reads
 * catalogs only and waits for no lock, so that it can be repeated at each connect.
 *
 * @param role its OID
 */
public record RoleAccessQuery(long role) implements Query<Optional<RoleAccessFacts>> {
    /** Pairs of schema and owner; the rest is counted. */
    public static final int OWNER_LIMIT = 500;

    /** Names of schemas; the rest is counted. */
    public static final int SCHEMA_LIMIT = 100;

    private static final String SQL =
            """
            WITH role AS MATERIALIZED (
                 SELECT r.oid, r.rolname, r.rolcanlogin, r.rolsuper, r.rolbypassrls,
                        r.rolcreaterole, r.rolcreatedb, r.rolreplication,
                        d.oid AS database_oid,
                        p.predefined
                   FROM pg_roles r
                   JOIN pg_database d ON d.datname = current_database()
                  CROSS JOIN LATERAL (
                        SELECT coalesce(array_agg(g.rolname::text ORDER BY g.rolname), '{}')
                               AS predefined
                          FROM pg_roles g
                         WHERE g.rolname LIKE 'pg\\_%'
                           AND pg_has_role(r.oid, g.oid, 'USAGE')) p
                  WHERE r.oid = ?::oid
            ), schema AS MATERIALIZED (
                 SELECT n.oid, n.nspname,
                        has_schema_privilege(r.oid, n.oid, 'USAGE')  AS usable,
                        has_schema_privilege(r.oid, n.oid, 'CREATE') AS creates
                   FROM pg_namespace n, role r
                  WHERE n.nspname NOT LIKE 'pg\\_%'
                    AND n.nspname <> 'information_schema'
            ), owner AS MATERIALIZED (
                 SELECT o.oid, pg_has_role(r.oid, o.oid, 'USAGE') AS is_own
                   FROM (SELECT DISTINCT c.relowner AS oid FROM pg_class c) o, role r
            ), on_columns AS MATERIALIZED (
                 SELECT DISTINCT a.attrelid
                   FROM pg_attribute a
                  WHERE a.attacl IS NOT NULL
            ), relation AS MATERIALIZED (
                 SELECT c.relnamespace, c.relowner, s.usable, o.is_own,
                        CASE WHEN c.relkind IN ('v', 'm') THEN 'view'
                             WHEN c.relkind = 'S' THEN 'sequence'
                             ELSE 'table'
                        END AS kind,
                        has_table_privilege(r.oid, c.oid, 'SELECT') AS readable,
                        CASE WHEN c.relkind = 'S'
                             THEN has_sequence_privilege(r.oid, c.oid, 'USAGE, UPDATE')
                             ELSE has_table_privilege(r.oid, c.oid,
                                                      'INSERT, UPDATE, DELETE, TRUNCATE')
                                  OR (a.attrelid IS NOT NULL
                                      AND has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE'))
                        END AS writable
                   FROM pg_class c
                   JOIN schema s ON s.oid = c.relnamespace
                   JOIN owner o ON o.oid = c.relowner
                   LEFT JOIN on_columns a ON a.attrelid = c.oid
                  CROSS JOIN role r
                  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
            ), pair AS (
                 SELECT l.relnamespace, l.relowner,
                        count(*)                            AS tables,
                        count(*) FILTER (WHERE l.readable)  AS readable
                   FROM relation l
                  WHERE l.kind <> 'sequence'
                  GROUP BY l.relnamespace, l.relowner
            ), counted AS (
                 SELECT {counts}
                   FROM relation l
            ), named AS (
                 SELECT count(*)                             AS schemas,
                        count(*) FILTER (WHERE NOT s.usable) AS schemas_unusable,
                        count(*) FILTER (WHERE s.creates)    AS schemas_creating,
                        (array_agg(s.nspname::text ORDER BY s.nspname)
                         FILTER (WHERE NOT s.usable))[1:{schemas}] AS unusable_names,
                        (array_agg(s.nspname::text ORDER BY s.nspname)
                         FILTER (WHERE s.creates))[1:{schemas}]    AS creating_names
                   FROM schema s
            )
            SELECT r.rolname                   AS role_name,
                   r.rolcanlogin               AS can_login,
                   r.rolsuper                  AS is_superuser,
                   r.rolbypassrls              AS bypasses_rls,
                   r.rolcreaterole             AS creates_roles,
                   r.rolcreatedb               AS creates_databases,
                   r.rolreplication            AS replicates,
                   r.predefined,
                   has_database_privilege(r.oid, r.database_oid, 'CONNECT')   AS connects,
                   has_database_privilege(r.oid, r.database_oid, 'CREATE')    AS creates_schemas,
                   has_database_privilege(r.oid, r.database_oid, 'TEMPORARY') AS creates_temporary,
                   t.*,
                   n.*,
                   p.relnamespace::bigint      AS schema_oid,
                   s.nspname                   AS schema_name,
                   p.relowner::bigint          AS owner_oid,
                   pg_get_userbyid(p.relowner) AS owner_name,
                   p.tables                    AS owner_tables,
                   p.readable                  AS owner_readable,
                   r.rolsuper OR 'pg_read_all_data' = ANY (r.predefined)
                   OR coalesce(f.reads, false) AS reads_later,
                   r.rolsuper OR 'pg_write_all_data' = ANY (r.predefined)
                   OR coalesce(f.writes, false) AS writes_later,
                   count(p.relowner) OVER ()   AS owners
              FROM role r
             CROSS JOIN counted t
             CROSS JOIN named n
              LEFT JOIN pair p ON true
              LEFT JOIN schema s ON s.oid = p.relnamespace
              LEFT JOIN pg_default_acl g ON g.defaclrole = p.relowner
                                        AND g.defaclnamespace = 0
                                        AND g.defaclobjtype = 'r'
              LEFT JOIN pg_default_acl h ON h.defaclrole = p.relowner
                                        AND h.defaclnamespace = p.relnamespace
                                        AND h.defaclobjtype = 'r'
              LEFT JOIN LATERAL (
                   SELECT bool_or(x.privilege_type = 'SELECT') AS reads,
                          bool_or(x.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'))
                                                               AS writes
                     FROM aclexplode(
                          coalesce(nullif(coalesce(g.defaclacl, acldefault('r', p.relowner))
                                          || coalesce(h.defaclacl, '{}'),
                                          '{}'),
                                   acldefault('r', p.relowner))) x
                    WHERE x.grantee = 0
                       OR pg_has_role(r.oid, x.grantee, 'USAGE')) f ON p.relowner IS NOT NULL
             ORDER BY s.nspname, owner_name
             LIMIT {owners}
            """;

    private static final List<String> KINDS = List.of("table", "view");

    @Override
    public String name() {
        return "role-access";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                SQL.replace("{counts}", counts())
                        .replace("{schemas}", Integer.toString(SCHEMA_LIMIT))
                        .replace("{owners}", Integer.toString(OWNER_LIMIT)),
                role);
    }

    private static String counts() {
        List<String> counts = new ArrayList<>();
        for (String kind : KINDS) {
            counts.add(count("true", kind, "s"));
            counts.add(count("l.readable AND l.usable", kind, "s_readable"));
            counts.add(count("l.writable AND l.usable", kind, "s_writable"));
            counts.add(count("(l.readable OR l.writable) AND NOT l.usable", kind, "s_unreachable"));
            counts.add(count("l.is_own", kind, "s_owned"));
        }
        counts.add(count("true", "sequence", "s"));
        counts.add(count("l.writable AND l.usable", "sequence", "s_advanced"));
        return String.join(",\n            ", counts);
    }

    private static String count(String condition, String kind, String name) {
        return "count(*) FILTER (WHERE l.kind = '%s' AND %s) AS %s%s"
                .formatted(kind, condition, kind, name);
    }

    /** Empty when there is no such role (any more). */
    @Override
    public Optional<RoleAccessFacts> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Optional<RoleAccessFacts> facts = Optional.empty();
        List<OwnerRow> owners = new ArrayList<>();
        while (rows.next()) {
            rows.getLong("owner_oid");
            if (!rows.wasNull()) {
                owners.add(owner(rows));
            }
            facts = Optional.of(facts(rows, owners));
        }
        return facts;
    }

    private static RoleAccessFacts facts(ResultSet rows, List<OwnerRow> owners)
            throws SQLException {
        return new RoleAccessFacts(
                rows.getString("role_name"),
                new RoleAccessFacts.Attributes(
                        rows.getBoolean("can_login"),
                        rows.getBoolean("is_superuser"),
                        rows.getBoolean("bypasses_rls"),
                        rows.getBoolean("creates_roles"),
                        rows.getBoolean("creates_databases"),
                        rows.getBoolean("replicates"),
                        names(rows, "predefined")),
                new RoleAccessFacts.OnDatabase(
                        rows.getBoolean("connects"),
                        rows.getBoolean("creates_schemas"),
                        rows.getBoolean("creates_temporary")),
                counts(rows, "tables"),
                counts(rows, "views"),
                rows.getLong("sequences"),
                rows.getLong("sequences_advanced"),
                new RoleAccessFacts.Schemas(
                        rows.getLong("schemas"),
                        rows.getLong("schemas_unusable"),
                        names(rows, "unusable_names"),
                        rows.getLong("schemas_creating"),
                        names(rows, "creating_names")),
                owners,
                rows.getLong("owners") - owners.size());
    }

    private static RoleAccessFacts.Counts counts(ResultSet rows, String kind) throws SQLException {
        return new RoleAccessFacts.Counts(
                rows.getLong(kind),
                rows.getLong(kind + "_readable"),
                rows.getLong(kind + "_writable"),
                rows.getLong(kind + "_unreachable"),
                rows.getLong(kind + "_owned"));
    }

    private static OwnerRow owner(ResultSet rows) throws SQLException {
        return new OwnerRow(
                rows.getLong("schema_oid"),
                rows.getString("schema_name"),
                rows.getLong("owner_oid"),
                rows.getString("owner_name"),
                rows.getLong("owner_tables"),
                rows.getLong("owner_readable"),
                rows.getBoolean("reads_later"),
                rows.getBoolean("writes_later"));
    }

    private static List<String> names(ResultSet rows, String column) throws SQLException {
        return Arrays.stream(AclColumns.array(rows, column)).map(String.class::cast).toList();
    }
}
