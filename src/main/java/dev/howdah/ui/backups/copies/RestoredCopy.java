package dev.howdah.ui.backups.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.PgVisits;
import dev.howdah.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A server that holds, or may hold, a restored copy of another one.
 *
 * @param name as the person knows it
 * @param door how to get in
 * @param restoredTo the moment to which it was restored; empty when only the person knows
 * @param took how long the restore lasted; empty when nobody measured
 * @param inLab what else is known of a copy that the lab holds; empty for any other server
 */
public record RestoredCopy(
        String name,
        Door door,
        Optional<Instant> restoredTo,
        Optional<Duration> took,
        Optional<InLab> inLab) {

    /** The way into a copy. Two doors to one copy are equal. */
    @FunctionalInterface
    public interface Door {

        /** Starts the server if that has to be done, and blocks for that. */
        PgVisits enter() throws ProblemException;
    }

    /** The door of a server that is open in the window. */
    public record OpenDoor(Session session) implements Door {
        @Override
        public PgVisits enter() {
            return session.visits();
        }
    }

    /**
     * A copy that the lab holds.
     *
     * @param database in which its data are
     * @param bytes on the disk, when it was made
     */
    public record InLab(UUID id, String database, Instant madeAt, long bytes) {}

    /**
     * The database in which the copy has what the original has in this one.
     *
     * @param original the name there
     */
    public String database(String original) {
        return inLab.map(InLab::database).orElse(original);
    }
}
