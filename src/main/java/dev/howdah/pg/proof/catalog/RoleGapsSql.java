package dev.howdah.pg.proof.catalog;

/**
 * The second half of the statement behind {@link RoleAccessQuery}: what is counted, and the gaps.
 * Every piece yields one row for each gap: role, kind, schema, owner, via, objects, total.
 */
final class RoleGapsSql {
    private static final String COUNTS =
            """
            SELECT x.rolname AS role_name,
                   'COUNTS'  AS kind,
                   ''        AS schema_name,
                   ''        AS owner_name,
                   ''        AS via,
                   ARRAY(SELECT coalesce(n.tables, 0)::text
                           FROM unnest(ARRAY[
                                    sum(x.members) FILTER (WHERE t.to_read),
                                    sum(x.members) FILTER (WHERE t.to_read AND x.uses AND x.selects),
                                    sum(x.members) FILTER (WHERE x.relkind <> 'S' AND x.writes),
                                    sum(x.members) FILTER (WHERE t.sequence),
                                    sum(x.members) FILTER (WHERE t.sequence AND x.uses AND x.selects)])
                                WITH ORDINALITY n (tables, place)
                          ORDER BY n.place) AS objects,
                   0::bigint AS total
              FROM (SELECT r.rolname, v.members, v.uses, v.selects, v.writes, v.relkind,
                           v.of_extension
                      FROM asked r
                      LEFT JOIN rights v ON v.role_oid = r.oid) x
             CROSS JOIN LATERAL (SELECT x.relkind <> 'S' AND NOT x.of_extension AS to_read,
                                        x.relkind = 'S' AND NOT x.of_extension  AS sequence) t
             GROUP BY x.rolname\
            """;

    private static final String READING =
            """
            SELECT x.rolname, k.kind, x.nspname, '', '',
                   (array_agg(u.name::text ORDER BY u.name))[1:%3$d],
                   count(*)
              FROM rights x
             CROSS JOIN LATERAL (VALUES ('NO_USAGE', NOT x.uses),
                                        ('NOT_READABLE', x.relkind <> 'S' AND NOT x.selects),
                                        ('SEQUENCE_NOT_READABLE',
                                         x.relkind = 'S' AND NOT x.selects),
                                        ('NOT_WRITABLE', NOT x.writes_all),
                                        ('SEQUENCE_NOT_WRITABLE',
                                         x.relkind = 'S' AND x.writer AND NOT x.writes),
                                        ('ROW_SECURITY', x.selects AND x.filtered)) k (kind, found)
             CROSS JOIN LATERAL unnest(x.oids, x.names) u (oid, name)
             WHERE k.found
               AND NOT x.of_extension
               AND (k.kind <> 'SEQUENCE_NOT_WRITABLE'
                    OR NOT EXISTS (SELECT
                                     FROM pg_depend d
                                    WHERE d.classid = 'pg_class'::regclass
                                      AND d.objid = u.oid
                                      AND d.deptype = 'i'))
             GROUP BY x.rolname, k.kind, x.nspname\
            """;

    /** Held by the role itself or by everybody; what groups hold is their members' gap. */
    private static final String WRITING =
            """
            SELECT x.rolname,
                   CASE x.relkind WHEN 'S' THEN 'SEQUENCE_WRITABLE' ELSE 'WRITABLE' END,
                   x.nspname,
                   '',
                   CASE h.grantee WHEN 0 THEN 'public' ELSE x.rolname END,
                   (array_agg(u.name::text ORDER BY u.name))[1:%3$d],
                   count(*)
              FROM rights x
             CROSS JOIN LATERAL (SELECT a.grantee
                                   FROM aclexplode(
                                            coalesce(x.relacl,
                                                     acldefault(CASE x.relkind WHEN 'S' THEN 's'
                                                                ELSE 'r' END::"char",
                                                                x.relowner))) a
                                  WHERE a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE',
                                                             'TRUNCATE', 'USAGE')
                                  UNION
                                 SELECT a.grantee
                                   FROM column_grants c
                                  CROSS JOIN aclexplode(c.attacl) a
                                  WHERE x.column_acls
                                    AND c.attrelid = x.oid
                                    AND a.privilege_type IN ('INSERT', 'UPDATE')) h
             CROSS JOIN LATERAL unnest(x.names) u (name)
             WHERE x.writes
               AND NOT x.writer
               AND h.grantee IN (0, x.role_oid)
             GROUP BY x.rolname, 2, x.nspname, 5\
            """;

    /** A member of several groups that lead to the same writer has a gap for each direct one. */
    private static final String MEMBERSHIPS =
            """
            SELECT r.rolname, 'WRITER_MEMBERSHIP', '', '', d.rolname,
                   (array_agg(DISTINCT g.rolname::text))[1:%3$d],
                   count(DISTINCT g.rolname)
              FROM asked r
              JOIN pg_auth_members m ON m.member = r.oid
              JOIN pg_roles d ON d.oid = m.roleid
              JOIN pg_roles g ON pg_has_role(d.oid, g.oid, 'MEMBER')
             WHERE NOT r.writer
               AND (d.rolsuper IS FALSE OR g.oid = d.oid)
               AND (g.oid IN (SELECT w.grantee FROM writers w)
                    OR g.rolsuper
                    OR g.rolcreaterole
                    OR g.rolname IN ('pg_write_all_data', 'pg_write_server_files',
                                     'pg_execute_server_program'))
             GROUP BY r.rolname, d.rolname\
            """;

    private static final String POWERS =
            """
            SELECT r.rolname, 'POWERS', '', '', '', array_agg(k.power ORDER BY k.power), count(*)
              FROM asked r
              JOIN pg_roles u ON u.oid = r.oid
             CROSS JOIN LATERAL (VALUES ('SUPERUSER', u.rolsuper),
                                        ('CREATEROLE', u.rolcreaterole),
                                        ('CREATEDB', u.rolcreatedb),
                                        ('REPLICATION', u.rolreplication)) k (power, held)
             WHERE k.held
             GROUP BY r.rolname\
            """;

    private static final String PLACES =
            """
            SELECT r.rolname, 'CREATES_IN_SCHEMA', n.nspname, '',
                   CASE a.grantee WHEN 0 THEN 'public' ELSE r.rolname END, '{}', 1
              FROM asked r
             CROSS JOIN pg_namespace n
             CROSS JOIN aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
             WHERE NOT r.writer
               AND a.privilege_type = 'CREATE'
               AND a.grantee IN (0, r.oid)
               AND NOT starts_with(n.nspname::text, 'pg_')
            UNION ALL
            SELECT r.rolname,
                   CASE a.privilege_type WHEN 'CREATE' THEN 'CREATES_IN_DATABASE' ELSE 'TEMP' END,
                   '', '', coalesce(g.rolname, 'public'), '{}', 1
              FROM asked r
              JOIN pg_database d ON d.datname = current_database()
             CROSS JOIN aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
              LEFT JOIN pg_roles g ON g.oid = a.grantee
             WHERE NOT r.writer
               AND CASE a.privilege_type
                     WHEN 'CREATE' THEN a.grantee IN (0, r.oid)
                     WHEN 'TEMPORARY' THEN a.grantee = 0 OR pg_has_role(r.oid, a.grantee, 'USAGE')
                     ELSE false
                   END
            UNION ALL
            SELECT r.rolname, 'NO_CONNECT', '', '', '', '{}', 1
              FROM asked r
             WHERE NOT has_database_privilege(r.oid, current_database(), 'CONNECT')\
            """;

    private static final String DEFINERS =
            """
            SELECT r.rolname, 'DEFINER_FUNCTIONS', '', '', coalesce(g.rolname, 'public'),
                   (array_agg(p.oid::regprocedure::text ORDER BY p.oid::regprocedure::text))[1:%3$d],
                   count(*)
              FROM asked r
             CROSS JOIN pg_proc p
              JOIN pg_namespace n ON n.oid = p.pronamespace
             CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              LEFT JOIN pg_roles g ON g.oid = a.grantee
             WHERE NOT r.writer
               AND p.prosecdef
               AND p.proowner <> r.oid
               AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
               AND a.privilege_type = 'EXECUTE'
               AND (a.grantee = 0 OR pg_has_role(r.oid, a.grantee, 'USAGE'))
               AND has_schema_privilege(r.oid, n.oid, 'USAGE')
               AND NOT starts_with(n.nspname::text, 'pg_')
               AND n.nspname <> 'information_schema'
             GROUP BY r.rolname, 5\
            """;

    private static final String LATER_TABLES =
            """
            SELECT r.rolname, k.kind, f.nspname, f.owner_name, k.via, '{}', 1
              FROM asked r
              JOIN later f ON f.owner_oid <> r.oid
             CROSS JOIN LATERAL (SELECT coalesce(bool_or(a.privilege_type = 'SELECT'), false) AS reads,
                                        count(DISTINCT a.privilege_type) FILTER (
                                            WHERE a.privilege_type
                                                  IN ('INSERT', 'UPDATE', 'DELETE')) = 3 AS writes_all,
                                        coalesce(bool_or(a.privilege_type IN ('INSERT', 'UPDATE',
                                                     'DELETE', 'TRUNCATE')
                                                AND a.grantee = r.oid), false) AS writes,
                                        coalesce(bool_or(a.privilege_type IN ('INSERT', 'UPDATE',
                                                     'DELETE', 'TRUNCATE')
                                                AND a.grantee = 0), false) AS all_write
                                   FROM aclexplode(f.acl) a
                                  WHERE a.grantee = 0
                                     OR pg_has_role(r.oid, a.grantee, 'USAGE')) e
             CROSS JOIN LATERAL (VALUES ('LATER_NOT_READABLE', '', NOT r.reads_all AND NOT e.reads),
                                        ('LATER_NOT_WRITABLE', '',
                                         r.writer AND NOT r.rolsuper AND NOT e.writes_all),
                                        ('LATER_WRITABLE', r.rolname, NOT r.writer AND e.writes),
                                        ('LATER_WRITABLE', 'public',
                                         NOT r.writer AND e.all_write)) k (kind, via, found)
             WHERE k.found
            UNION ALL
            SELECT r.rolname, 'MAKERS', '', '', '',
                   ARRAY[(count(f.owner_oid) FILTER (
                              WHERE r.reads_all
                                 OR EXISTS (SELECT
                                              FROM aclexplode(f.acl) a
                                             WHERE a.privilege_type = 'SELECT'
                                               AND (a.grantee = 0
                                                    OR pg_has_role(r.oid, a.grantee, 'USAGE')))))::text],
                   count(f.owner_oid)
              FROM asked r
              LEFT JOIN later f ON f.owner_oid <> r.oid
             GROUP BY r.rolname\
            """;

    /** Beyond some number, looking at each would cost more than this statement may. */
    private static final String LARGE_OBJECTS =
            """
            SELECT r.rolname, 'LARGE_OBJECTS', '', '',
                   CASE WHEN current_setting('lo_compat_privileges')::boolean THEN 'lo_compat_privileges'
                        WHEN a.grantee = 0 THEN 'public'
                        ELSE r.rolname END,
                   (array_agg(DISTINCT l.oid::text))[1:%3$d],
                   count(DISTINCT l.oid)
              FROM asked r
             CROSS JOIN pg_largeobject_metadata l
             CROSS JOIN aclexplode(coalesce(l.lomacl, acldefault('L', l.lomowner))) a
             WHERE NOT r.writer
               AND (SELECT c.reltuples <= %2$d
                      FROM pg_class c
                     WHERE c.oid = 'pg_largeobject_metadata'::regclass)
               AND (a.privilege_type = 'UPDATE' AND a.grantee IN (0, r.oid)
                    OR current_setting('lo_compat_privileges')::boolean)
             GROUP BY r.rolname, 5
            UNION ALL
            SELECT r.rolname, 'LARGE_OBJECTS_UNREAD', '', '', '', '{}', 1
              FROM asked r
             WHERE NOT r.writer
               AND (SELECT c.reltuples > %2$d
                      FROM pg_class c
                     WHERE c.oid = 'pg_largeobject_metadata'::regclass)\
            """;

    private RoleGapsSql() {}

    /** All of them, to stand behind {@link RoleAccessSql}'s common tables. */
    static String text() {
        return String.join(
                "\nUNION ALL\n",
                COUNTS,
                READING,
                WRITING,
                MEMBERSHIPS,
                POWERS,
                PLACES,
                DEFINERS,
                LATER_TABLES,
                LARGE_OBJECTS);
    }
}
