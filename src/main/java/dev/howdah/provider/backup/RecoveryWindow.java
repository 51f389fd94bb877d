package dev.howdah.provider.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * The time to which one can go back.
 *
 * @param earliest empty when nothing can be restored yet
 * @param latest empty when not told; then the present moment less what is not yet archived
 * @param consequence what a recovery in place does to the service, a full sentence
 * @param newService what a recovery into a new service makes and costs, a full sentence; empty when
 *     that is not offered
 */
public record RecoveryWindow(
        Optional<Instant> earliest,
        Optional<Instant> latest,
        String consequence,
        String newService) {

    /** Of a service that goes back in place only. */
    public RecoveryWindow(
            Optional<Instant> earliest, Optional<Instant> latest, String consequence) {
        this(earliest, latest, consequence, "");
    }

    /** Whether it surely lies inside. */
    public boolean holds(Instant moment) {
        return earliest.isPresent()
                && !moment.isBefore(earliest.get())
                && latest.isPresent()
                && !moment.isAfter(latest.get());
    }
}
