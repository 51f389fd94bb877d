package dev.howdah.ui.backups.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What the lab does for one server: it makes copies of it beside its own service, of which this is
 * told. JavaFX thread, where nothing else is said.
 */
public interface CopiesInLab {

    /** Whether the server is the lab itself, whose archive copies are made from. */
    boolean isOfTheLab();

    /** Copies of this server, and the one that is being made, of whatever server. */
    ReadOnlyObjectProperty<Seen> seen();

    /** How making this one ended; empty before, and when it was never begun. */
    Optional<End> endOf(UUID copy);

    /** What a copy could be called, by the moment that it has or by the time now. */
    String proposedName(Optional<Instant> moment);

    /**
     * Describes the restore of a dump into a new copy, which has the id of the change. It reads the
     * file, and blocks for that; the lab is started when the change runs.
     *
     * @throws ProblemException when the file is damaged or of another kind, or when there is no
     *     tool to restore it with, saying what to install
     */
    Change restoreFile(Path file, String name) throws ProblemException;

    /** Gives up making this one. */
    void cancel(UUID making);

    /** Describes the removal of a copy. */
    Change remove(UUID copy);

    /** Brings a copy to the front as a server, started if need be. */
    void open(UUID copy);

    /** The server is closed: it is told no more. What is being made goes on. */
    void close();

    /** Copies, and how far the next one is. */
    record Seen(List<RestoredCopy> copies, Optional<Making> making) {
        public static final Seen NOTHING = new Seen(List.of(), Optional.empty());

        public Seen {
            copies = List.copyOf(copies);
        }
    }

    /**
     * A copy that is being made.
     *
     * @param title the act: "Restore into Lab copy, 14:05"
     * @param step what is done now, in a few words
     * @param share of the whole, 0 to 1
     */
    record Making(UUID id, String title, String step, double share) {}

    /**
     * How making a copy ended.
     *
     * @param whole whether there is a copy now
     * @param sentence a full one
     */
    record End(boolean whole, String sentence) {}
}
