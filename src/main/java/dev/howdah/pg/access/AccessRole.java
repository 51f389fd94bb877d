package dev.howdah.pg.access;

import java.util.List;

/**
 * A role as far as its rights go.
 *
 * @param inherit its attribute INHERIT, which decides for all its memberships before 16
 * @param memberOf direct memberships, by the groups' OIDs
 */
public record AccessRole(
        long oid,
        String name,
        boolean login,
        boolean superuser,
        boolean inherit,
        List<Membership> memberOf) {
    /** The OID of the one that initdb makes. Source: pg_authid.dat, BOOTSTRAP_SUPERUSERID. */
    public static final long FIRST_SUPERUSER = 10;

    /** Names that begin so are reserved: nobody can create such a role. */
    private static final String RESERVED_PREFIX = "pg_";

    public AccessRole {
        memberOf = List.copyOf(memberOf);
    }

    /** Whether it comes with PostgreSQL. */
    public boolean isPredefined() {
        return name.startsWith(RESERVED_PREFIX);
    }

    /**
     * A membership in a group, whoever granted it.
     *
     * @param admin may grant the membership to others
     * @param inherits has the group's rights without SET ROLE; before 16 the member's own INHERIT
     * @param sets may SET ROLE to the group; always before 16
     */
    public record Membership(long group, boolean admin, boolean inherits, boolean sets) {}
}
