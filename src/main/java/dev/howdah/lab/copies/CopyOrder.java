package dev.howdah.lab.copies;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A copy that is to be made.
 *
 * @param id names the copy, and the operation that makes it
 * @param name as the person shall know it
 * @param server the name of the server it will be a copy of
 * @param original which profile that is; empty for the lab itself
 * @param database in which its data will be
 */
public record CopyOrder(
        UUID id,
        String name,
        String server,
        Optional<UUID> original,
        String database,
        Content content) {

    /** Where the data come from. */
    public sealed interface Content {}

    /** From the lab's own archive: what was committed at this moment or before. */
    public record Archived(Instant moment) implements Content {}

    /**
     * From anywhere else, into a cluster that is empty before.
     *
     * @param neededBytes what it will take on the disk, roughly
     */
    public record Filled(Filling filling, long neededBytes) implements Content {}
}
