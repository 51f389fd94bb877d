package dev.howdah.provider.service;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that a provider did or will do on a service.
 *
 * @param what the provider's word for it
 * @param providerState the provider's word for how far it is
 * @param startedAt empty when it has not begun
 * @param endedAt empty when it has not ended
 */
public record MaintenanceEntry(
        String id,
        String what,
        State state,
        String providerState,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** How far it is. */
    public enum State {
        AHEAD,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        UNKNOWN
    }
}
