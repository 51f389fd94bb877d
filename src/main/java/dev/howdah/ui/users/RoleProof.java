package dev.howdah.ui.users;

import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.Drift;
import java.util.Optional;

/**
 * What is known of a role's access by trial.
 *
 * @param drift how it differs from the certificate by now; empty before that was looked at
 */
record RoleProof(AccessCertificate certificate, Optional<Drift> drift) {
    /** What stands beside the name of the role. */
    enum Mark {
        PROVEN,
        /** It was proven, or only had gaps, and is different now. */
        DRIFTED,
        /** The proof found gaps, writes, or came to no end. */
        DOUBTFUL
    }

    Mark mark() {
        if (drift.filter(now -> !now.appeared().isEmpty()).isPresent()) {
            return Mark.DRIFTED;
        }
        return switch (certificate.verdict()) {
            case PROVEN -> Mark.PROVEN;
            case GAPS, NOT_READ_ONLY, UNPROVEN -> Mark.DOUBTFUL;
        };
    }
}
