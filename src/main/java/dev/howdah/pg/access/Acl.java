package dev.howdah.pg.access;

import java.util.List;

/**
 * An access control list as it is in force: where the catalog has NULL, the built-in default.
 *
 * @param grants one for each pair of grantee and grantor, in the list's order
 */
public record Acl(List<Grant> grants) {
    /** Stands for everybody where a grantee's OID is expected. */
    public static final long PUBLIC = 0;

    public static final Acl EMPTY = new Acl(List.of());

    public Acl {
        grants = List.copyOf(grants);
    }

    /** What a grantee has by whatever grantors. */
    public Grant of(long grantee) {
        Privileges privileges = Privileges.NONE;
        Privileges grantable = Privileges.NONE;
        for (Grant grant : grants) {
            if (grant.grantee() == grantee) {
                privileges = privileges.and(grant.privileges());
                grantable = grantable.and(grant.grantable());
            }
        }
        return new Grant(grantee, grantee, privileges, grantable);
    }

    /**
     * What one role gave another.
     *
     * @param grantee OID of a role or {@link #PUBLIC}
     * @param grantor OID of the role that granted
     * @param grantable those of the privileges that came WITH GRANT OPTION
     */
    public record Grant(long grantee, long grantor, Privileges privileges, Privileges grantable) {}
}
