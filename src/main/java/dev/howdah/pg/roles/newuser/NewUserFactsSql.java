package dev.howdah.pg.roles.newuser;

import java.util.ArrayList;
import java.util.List;

/** The statement of {@link NewUserFactsQuery}, put together from its parts. */
final class NewUserFactsSql {
    static final String CREATORS =
            """
            SELECT array_agg(k.rolname::text ORDER BY k.rolname)             AS names,
                   array_agg(pg_has_role(k.oid, '%1$s') ORDER BY k.rolname) AS ours
              FROM (SELECT r.oid,
                           r.rolname
                      FROM pg_roles r
                     WHERE r.rolname !~ '^pg_'
                       AND (r.oid IN (SELECT c.relowner
                                        FROM pg_class c
                                       WHERE c.relnamespace = n.oid
                                         AND c.relkind IN ('r', 'v', 'm', 'f', 'p', 'S'))
                            OR r.oid = n.nspowner
                            OR (r.oid = d.datdba AND pg_get_userbyid(n.nspowner) = 'pg_database_owner')
                            OR (r.rolname = current_user AND has_schema_privilege(n.oid, 'CREATE'))
                            OR (r.rolcanlogin AND NOT r.rolsuper
                                AND has_schema_privilege(r.oid, n.oid, 'CREATE'))
                            OR EXISTS (SELECT 1
                                         FROM aclexplode(n.nspacl) e
                                        WHERE e.grantee = r.oid
                                          AND e.privilege_type = 'CREATE'))
                     ORDER BY r.rolname
                     LIMIT %2$d) k\
            """;

    /** Logins that have a right only because PUBLIC has it. */
    static final String ONLY_THROUGH_PUBLIC =
            """
            SELECT array_agg(k.rolname::text ORDER BY k.rolname)
              FROM (SELECT r.rolname
                      FROM pg_roles r
                     WHERE r.rolcanlogin
                       AND NOT r.rolsuper
                       AND NOT EXISTS (SELECT 1
                                         FROM aclexplode(%2$s) e
                                        WHERE e.grantee <> 0
                                          AND e.privilege_type = '%3$s'
                                          AND pg_has_role(r.oid, e.grantee, 'USAGE'))
                     ORDER BY r.rolname
                     LIMIT %1$d + 1) k\
            """;

    static final String RELATIONS =
            """
            SELECT count(*)                                  AS all_of_them,
                   count(*) FILTER (WHERE NOT x.grantable)   AS refused,
                   CASE WHEN bool_and(x.grantable) THEN NULL
                        ELSE array_agg(x.relname ORDER BY x.relname) FILTER (WHERE x.grantable)
                   END                                       AS grantable,
                   (array_agg(x.relname || ' (' || pg_get_userbyid(x.relowner) || ')'
                              ORDER BY x.relname)
                    FILTER (WHERE NOT x.grantable AND NOT x.everybodys))[1:%2$d] AS unreadable,
                   count(*) FILTER (WHERE NOT x.grantable AND NOT x.everybodys)  AS unreadable_count,
                   count(*) FILTER (WHERE x.relrowsecurity)  AS row_secured
              FROM (SELECT c.relname::text AS relname,
                           c.relowner,
                           c.relrowsecurity,
                           %3$s AS grantable,
                           %4$s AS everybodys
                      FROM pg_class c
                     WHERE c.relnamespace = n.oid
                       AND c.relkind IN (%1$s)) x\
            """;

    static final String SQL =
            """
            SELECT d.datname                                AS database_name,
                   pg_get_userbyid(d.datdba)                AS database_owner,
                   pg_has_role(d.datdba, 'USAGE')           AS database_ours,
                   has_database_privilege(d.oid, 'CONNECT WITH GRANT OPTION') AS grants_connect,
                   has_database_privilege(d.oid, 'CONNECT WITH GRANT OPTION')
                       AND has_database_privilege(d.oid, 'CREATE WITH GRANT OPTION')
                       AND has_database_privilege(d.oid, 'TEMP WITH GRANT OPTION') AS grants_all,
                   has_database_privilege('public'::name, d.oid, 'CONNECT') AS public_connect,
                   has_database_privilege('public'::name, d.oid, 'TEMP')    AS public_temp,
                   (%1$s) AS temp_users,
                   (SELECT count(*)
                      FROM pg_largeobject_metadata)         AS large_objects,
                   ARRAY(SELECT l.oid::bigint
                           FROM pg_largeobject_metadata l
                          WHERE pg_has_role(l.lomowner, 'USAGE')
                          ORDER BY l.oid
                          LIMIT %2$d)                       AS grantable_large_objects,
                   b.names                                  AS large_object_owners,
                   b.ours                                   AS large_object_owners_ours,
                   current_setting('lo_compat_privileges')::boolean AS large_objects_for_all,
                   ARRAY(SELECT o.datname::text
                           FROM pg_database o
                          WHERE o.datallowconn
                            AND NOT o.datistemplate
                            AND has_database_privilege('public'::name, o.oid, 'CONNECT')
                          ORDER BY o.datname
                          LIMIT %2$d)                       AS open_databases,
                   coalesce(current_setting('scram_iterations', true), '4096')::int
                                                            AS scram_iterations,
                   current_setting('password_encryption')   AS password_encryption,
                   n.nspname                                AS schema,
                   pg_get_userbyid(n.nspowner)              AS schema_owner,
                   pg_has_role(n.nspowner, 'USAGE')         AS schema_ours,
                   has_schema_privilege(n.oid, 'USAGE WITH GRANT OPTION')  AS grants_usage,
                   has_schema_privilege(n.oid, 'CREATE WITH GRANT OPTION') AS grants_create,
                   has_schema_privilege('public'::name, n.oid, 'USAGE')    AS public_usage,
                   has_schema_privilege('public'::name, n.oid, 'CREATE')   AS public_create,
                   (%3$s) AS public_creators,
                   t.all_of_them                            AS tables,
                   t.refused                                AS tables_refused,
                   t.grantable                              AS tables_grantable,
                   t.unreadable                             AS tables_unreadable,
                   t.unreadable_count                       AS tables_unreadable_count,
                   t.row_secured,
                   q.all_of_them                            AS sequences,
                   q.refused                                AS sequences_refused,
                   q.grantable                              AS sequences_grantable,
                   q.unreadable                             AS sequences_unreadable,
                   q.unreadable_count                       AS sequences_unreadable_count,
                   k.names                                  AS creators,
                   k.ours                                   AS creators_ours,
                   (SELECT count(*)
                      FROM pg_proc p
                     WHERE p.pronamespace = n.oid
                       AND p.prosecdef
                       AND has_function_privilege('public'::name, p.oid, 'EXECUTE'))
                                                            AS definer_functions
              FROM pg_database d
             CROSS JOIN LATERAL (%7$s) b
              LEFT JOIN pg_namespace n ON n.nspname !~ '^pg_'
                                      AND n.nspname <> 'information_schema'
              LEFT JOIN LATERAL (%4$s) t ON true
              LEFT JOIN LATERAL (%5$s) q ON true
              LEFT JOIN LATERAL (%6$s) k ON true
             WHERE d.datname = current_database()
             ORDER BY n.nspname
             LIMIT 5000
            """;

    static final String LARGE_OBJECT_OWNERS =
            """
            SELECT array_agg(k.rolname::text ORDER BY k.rolname)         AS names,
                   array_agg(pg_has_role(k.oid, '%1$s') ORDER BY k.rolname) AS ours
              FROM (SELECT r.oid,
                           r.rolname
                      FROM pg_roles r
                     WHERE r.oid IN (SELECT l.lomowner
                                       FROM pg_largeobject_metadata l)
                     ORDER BY r.rolname
                     LIMIT %2$d) k\
            """;

    static final String TABLES = "'r', 'v', 'm', 'f', 'p'";

    private NewUserFactsSql() {}

    /**
     * @param ownerByRights whether default privileges take the rights of the owner, as from 16 on;
     *     before being a member of it is enough
     */
    static String text(NewUser.Kind kind, boolean ownerByRights) {
        boolean writes = kind == NewUser.Kind.READ_WRITE;
        String ours = ownerByRights ? "USAGE" : "MEMBER";
        return SQL.formatted(
                ONLY_THROUGH_PUBLIC.formatted(
                        NewUserFactsQuery.REGRANTED,
                        "coalesce(d.datacl, acldefault('d', d.datdba))",
                        "TEMPORARY"),
                NewUserFactsQuery.LISTED,
                ONLY_THROUGH_PUBLIC.formatted(NewUserFactsQuery.REGRANTED, "n.nspacl", "CREATE"),
                RELATIONS.formatted(
                        TABLES,
                        NewUserFactsQuery.NAMED,
                        writes
                                ? all("has_table_privilege(c.oid, '%s WITH GRANT OPTION')")
                                : "has_table_privilege(c.oid, 'SELECT WITH GRANT OPTION')",
                        writes
                                ? all("has_table_privilege('public'::name, c.oid, '%s')")
                                : "has_table_privilege('public'::name, c.oid, 'SELECT')"),
                RELATIONS.formatted(
                        "'S'",
                        NewUserFactsQuery.NAMED,
                        sequences(writes, "has_sequence_privilege(c.oid, '%s WITH GRANT OPTION')"),
                        sequences(writes, "has_sequence_privilege('public'::name, c.oid, '%s')")),
                CREATORS.formatted(ours, NewUserFactsQuery.LISTED),
                LARGE_OBJECT_OWNERS.formatted(ours, NewUserFactsQuery.LISTED));
    }

    private static String all(String each) {
        List<String> tests = new ArrayList<>();
        for (String privilege : List.of("SELECT", "INSERT", "UPDATE", "DELETE")) {
            tests.add(each.replace("%s", privilege));
        }
        return String.join(" AND ", tests);
    }

    private static String sequences(boolean writes, String each) {
        String select = each.replace("%s", "SELECT");
        return writes ? select + " AND " + each.replace("%s", "USAGE") : select;
    }
}
