package dev.howdah.ui.users.proof;

import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.certificate.Drift;
import java.util.List;

/**
 * What is known of a role's access by trial.
 *
 * @param drifts how it differs from the certificate by now, for each of its databases that was
 *     looked at
 */
public record RoleProof(AccessCertificate certificate, List<Drift> drifts) {
    public RoleProof {
        drifts = List.copyOf(drifts);
    }

    /** What stands beside the name of the role. */
    public enum Mark {
        PROVEN,
        /** It was proven, or only had gaps, and is different now. */
        DRIFTED,
        /** The proof found gaps, writes, or came to no end. */
        DOUBTFUL
    }

    public Mark mark() {
        if (drifts.stream().anyMatch(now -> !now.appeared().isEmpty())) {
            return Mark.DRIFTED;
        }
        return switch (certificate.verdict()) {
            case PROVEN -> Mark.PROVEN;
            case GAPS, NOT_READ_ONLY, UNPROVEN -> Mark.DOUBTFUL;
        };
    }

    /** Databases of the certificate that nobody looked at since, in its order. */
    List<String> notLookedAt() {
        return certificate.databases().stream()
                .map(DatabaseProof::database)
                .filter(name -> drifts.stream().noneMatch(now -> now.database().equals(name)))
                .toList();
    }
}
