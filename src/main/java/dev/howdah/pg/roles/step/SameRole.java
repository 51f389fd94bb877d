package dev.howdah.pg.roles.step;

import dev.howdah.pg.SqlNames;

/** Keeps a way back from a role that was dropped and made anew by somebody else meanwhile. */
public final class SameRole {
    private SameRole() {}

    /** Divides by zero, which ends the transaction, unless this name still means this role. */
    public static String guard(String name, long oid) {
        return "SELECT 1 / count(*) AS is_still_the_same FROM pg_roles WHERE rolname = %s AND oid = %d"
                .formatted(SqlNames.literal(name).strip(), oid);
    }
}
