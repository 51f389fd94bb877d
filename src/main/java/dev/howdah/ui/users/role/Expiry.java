package dev.howdah.ui.users.role;

import dev.howdah.pg.roles.RolesSnapshot.Role;
import java.time.Duration;
import java.time.Instant;

/** How a role's VALID UNTIL stands to the server's clock. */
public enum Expiry {
    NEVER,
    LATER,
    /** Within {@link #NOTICE}. */
    SOON,
    PASSED;

    /** Two weeks: time enough to reach whoever uses the role and to agree on a new password. */
    static final Duration NOTICE = Duration.ofDays(14);

    /** A role that can't log in loses nothing on that day. */
    public static Expiry of(Role role, Instant serverTime) {
        if (role.expiry().isEmpty()) {
            return NEVER;
        }
        Instant moment = role.expiry().get();
        if (!role.attributes().login() || moment.isAfter(serverTime.plus(NOTICE))) {
            return LATER;
        }
        return moment.isAfter(serverTime) ? SOON : PASSED;
    }
}
