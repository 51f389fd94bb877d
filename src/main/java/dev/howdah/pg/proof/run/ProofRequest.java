package dev.howdah.pg.proof.run;

import dev.howdah.pg.proof.AccessKind;
import java.util.List;

/**
 * What is to be proven.
 *
 * @param databases those in which to prove it; at least one
 */
public record ProofRequest(
        String role, AccessKind expected, List<String> databases, ProofLogin login) {
    public ProofRequest {
        databases = List.copyOf(databases);
    }
}
