package dev.howdah.pg.proof.fix;

/**
 * The statements of {@link FixGroundQuery}. Each answers with object, who and way; those about
 * rights that are held get the schema, the names of objects and the holder, used or not.
 */
final class FixGroundSql {
    static final String NOTHING =
            """
            SELECT '' AS object,
                   '' AS who,
                   'OURS' AS way
             WHERE false\
            """;

    static final String DATABASE =
            """
            SELECT '' AS object,
                   pg_get_userbyid(d.datdba)::text AS who,
                   CASE WHEN has_database_privilege(d.oid, '%s WITH GRANT OPTION') THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM pg_database d
             WHERE d.datname = current_database()\
            """;

    static final String SCHEMA =
            """
            SELECT '' AS object,
                   pg_get_userbyid(n.nspowner)::text AS who,
                   CASE WHEN has_schema_privilege(n.oid, '%s WITH GRANT OPTION') THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM pg_namespace n
             WHERE n.nspname::text = ?\
            """;

    static final String GRANTABLE =
            """
            SELECT c.relname::text AS object,
                   pg_get_userbyid(c.relowner)::text AS who,
                   CASE WHEN %s THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname::text = ?
               AND c.relname::text = ANY (?)
               AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')\
            """;

    static final String OWNER =
            """
            SELECT '' AS object,
                   r.rolname::text AS who,
                   CASE WHEN pg_has_role(r.oid, '%s') THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM pg_roles r
             WHERE r.rolname::text = ?\
            """;

    /**
     * Who has an owner's rights revokes in the owner's name, anybody else in the own one. Source:
     * select_best_grantor in acl.c.
     */
    static final String HELD =
            """
            SELECT DISTINCT
                   e.object,
                   pg_get_userbyid(e.grantor)::text AS who,
                   CASE WHEN e.grantor = CASE WHEN pg_has_role(e.owner_oid, 'USAGE') THEN e.owner_oid
                                              ELSE (SELECT u.oid
                                                      FROM pg_roles u
                                                     WHERE u.rolname = current_user)
                                         END THEN 'OURS'
                        WHEN pg_has_role(e.grantor, '%2$s') THEN 'AS_GRANTOR'
                        ELSE 'FOREIGN'
                   END AS way
              FROM (SELECT ?::text AS schema_name,
                           ?::text[] AS names,
                           ?::text AS via) g
             CROSS JOIN LATERAL (%1$s) e
             WHERE e.grantee = CASE g.via WHEN 'public' THEN 0
                                    ELSE (SELECT v.oid
                                            FROM pg_roles v
                                           WHERE v.rolname::text = g.via)
                               END\
            """;

    static final String RELATIONS =
            """
            SELECT c.relname::text AS object,
                   c.relowner AS owner_oid,
                   a.grantor,
                   a.grantee
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             CROSS JOIN LATERAL (SELECT coalesce(c.relacl,
                                                 acldefault(CASE c.relkind WHEN 'S' THEN 's'
                                                            ELSE 'r' END::"char",
                                                            c.relowner)) AS acl
                                  UNION ALL
                                 SELECT t.attacl
                                   FROM pg_attribute t
                                  WHERE t.attrelid = c.oid
                                    AND t.attacl IS NOT NULL) l
             CROSS JOIN aclexplode(l.acl) a
             WHERE n.nspname::text = g.schema_name
               AND c.relname::text = ANY (g.names)
               AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'USAGE')\
            """;

    static final String SCHEMAS =
            """
            SELECT '' AS object,
                   n.nspowner AS owner_oid,
                   a.grantor,
                   a.grantee
              FROM pg_namespace n
             CROSS JOIN aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
             WHERE n.nspname::text = g.schema_name
               AND a.privilege_type = 'CREATE'\
            """;

    /** Only those that the gap names, which are the server's own texts. */
    static final String FUNCTIONS =
            """
            SELECT p.oid::regprocedure::text AS object,
                   p.proowner AS owner_oid,
                   a.grantor,
                   a.grantee
              FROM pg_proc p
             CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
             WHERE p.prosecdef
               AND p.oid::regprocedure::text = ANY (g.names)
               AND a.privilege_type = 'EXECUTE'\
            """;

    static final String LARGE_OBJECTS =
            """
            SELECT l.oid::text AS object,
                   l.lomowner AS owner_oid,
                   a.grantor,
                   a.grantee
              FROM pg_largeobject_metadata l
             CROSS JOIN aclexplode(coalesce(l.lomacl, acldefault('L', l.lomowner))) a
             WHERE l.oid::text = ANY (g.names)
               AND a.privilege_type = 'UPDATE'\
            """;

    /** In the name of who gave it, whose rights one must have, beside ADMIN OPTION on the group. */
    static final String MEMBERSHIPS =
            """
            SELECT '' AS object,
                   pg_get_userbyid(m.grantor)::text AS who,
                   CASE WHEN pg_has_role(m.grantor, 'USAGE')
                         AND pg_has_role(d.oid, 'MEMBER WITH ADMIN OPTION') THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM pg_auth_members m
              JOIN pg_roles d ON d.oid = m.roleid
              JOIN pg_roles r ON r.oid = m.member
             WHERE d.rolname::text = ?
               AND r.rolname::text = ?\
            """;

    static final String MEMBERSHIPS_BEFORE_16 =
            """
            SELECT '' AS object,
                   '' AS who,
                   CASE WHEN pg_has_role(d.oid, 'MEMBER WITH ADMIN OPTION')
                          OR u.rolsuper
                          OR u.rolcreaterole AND NOT d.rolsuper THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM pg_auth_members m
              JOIN pg_roles d ON d.oid = m.roleid
              JOIN pg_roles r ON r.oid = m.member
              JOIN pg_roles u ON u.rolname = current_user
             WHERE d.rolname::text = ?
               AND r.rolname::text = ?\
            """;

    /** Who changes an attribute must have it, from 16 on. Source: ALTER ROLE. */
    static final String POWERS =
            """
            SELECT k.power AS object,
                   '' AS who,
                   CASE WHEN u.rolsuper
                          OR u.rolcreaterole
                         AND pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION')
                         AND CASE k.power
                               WHEN 'CREATEROLE' THEN true
                               WHEN 'CREATEDB' THEN u.rolcreatedb
                               WHEN 'REPLICATION' THEN u.rolreplication
                               ELSE false
                             END THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM unnest(?) k (power)
              JOIN pg_roles r ON r.rolname::text = ?
              JOIN pg_roles u ON u.rolname = current_user\
            """;

    static final String POWERS_BEFORE_16 =
            """
            SELECT k.power AS object,
                   '' AS who,
                   CASE WHEN u.rolsuper
                          OR u.rolcreaterole
                         AND NOT r.rolsuper
                         AND NOT r.rolreplication
                         AND k.power IN ('CREATEROLE', 'CREATEDB') THEN 'OURS'
                        ELSE 'FOREIGN'
                   END AS way
              FROM unnest(?) k (power)
              JOIN pg_roles r ON r.rolname::text = ?
              JOIN pg_roles u ON u.rolname = current_user\
            """;

    private FixGroundSql() {}

    static String databases(String privilege) {
        return """
        SELECT '' AS object,
               d.datdba AS owner_oid,
               a.grantor,
               a.grantee
          FROM pg_database d
         CROSS JOIN aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
         WHERE d.datname = current_database()
           AND a.privilege_type = '%s'\
        """
                .formatted(privilege);
    }
}
