package dev.howdah.pg.proof.run;

import dev.howdah.core.Secret;

/** How a proof becomes the role it tries. */
public sealed interface ProofLogin {
    /** As the role itself, whose password is at hand because it was just made. */
    record OwnPassword(Secret password) implements ProofLogin {}

    /** As a login that is made for the proof, is a member of the role, and is dropped after it. */
    record ThrowAway() implements ProofLogin {}
}
