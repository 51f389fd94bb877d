package dev.howdah.pg.roles;

/**
 * How somebody is to be a member of a role.
 *
 * @param admin may pass it on
 * @param inherits has its rights at once; before 16 the member's own attribute decides
 * @param sets may SET ROLE to it; before 16 always
 */
public record Membership(boolean admin, boolean inherits, boolean sets) {
    public static Membership usual() {
        return new Membership(false, true, true);
    }
}
