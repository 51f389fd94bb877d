package dev.howdah.lab.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A cluster of one node that was restored beside the lab's own, whole and ready to be started.
 *
 * @param name as the person knows it
 * @param server the name of the server it is a copy of, as it was then
 * @param original which profile that is; empty for the lab itself
 * @param restoredTo the moment whose data it has; empty when the file it was made of doesn't tell
 * @param database in which its data are
 * @param madeAt when it was ready, by this machine's clock
 * @param took how long making it lasted
 * @param bytes on the disk, when it was ready
 */
public record LabCopy(
        UUID id,
        String name,
        String server,
        Optional<UUID> original,
        Optional<Instant> restoredTo,
        String database,
        Instant madeAt,
        Duration took,
        long bytes) {}
