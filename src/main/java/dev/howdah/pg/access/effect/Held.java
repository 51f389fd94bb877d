package dev.howdah.pg.access.effect;

import dev.howdah.pg.access.Privileges;

/**
 * What a role may do with one object.
 *
 * @param privileges those it holds, as has_table_privilege and its like answer: a schema's USAGE
 *     does not count for what stands in the schema
 * @param grantable those it may grant to others
 * @param onColumns those it holds on some columns only
 * @param afterSetRole those it does not hold, but has after SET ROLE to one of its groups
 * @param reachable whether it has USAGE of the schema, without which the rest is of no use; true
 *     for what stands in no schema
 * @param unknown those that can't be told because the object's ACL was not read
 */
public record Held(
        Privileges privileges,
        Privileges grantable,
        Privileges onColumns,
        Privileges afterSetRole,
        boolean reachable,
        Privileges unknown) {

    /** Whether there is nothing to tell about the role and this object. */
    public boolean isNothing() {
        return privileges.isEmpty()
                && grantable.isEmpty()
                && onColumns.isEmpty()
                && afterSetRole.isEmpty()
                && unknown.isEmpty();
    }
}
