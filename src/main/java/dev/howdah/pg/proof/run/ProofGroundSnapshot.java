package dev.howdah.pg.proof.run;

import java.util.List;

/**
 * What decides whether a proof of a role can begin.
 *
 * @param ourUser whom we are logged in as
 * @param inRecovery a standby, which can't make a throw-away login
 * @param mayMakeLogins whether we may make a role and a member of the role under proof
 * @param inTenMinutes when a login made now should expire, by the server's clock, as SQL reads it
 * @param leftovers throw-away logins of a console that was killed, expired, and ours to drop; at
 *     most a hundred, by name
 */
public record ProofGroundSnapshot(
        String ourUser,
        boolean inRecovery,
        boolean roleExists,
        boolean roleIsSuperuser,
        boolean mayMakeLogins,
        String inTenMinutes,
        List<String> leftovers) {
    public ProofGroundSnapshot {
        leftovers = List.copyOf(leftovers);
    }
}
