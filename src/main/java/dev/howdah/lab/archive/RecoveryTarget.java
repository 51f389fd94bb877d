package dev.howdah.lab.archive;

import java.time.Instant;

/** To where one goes back. */
public sealed interface RecoveryTarget {

    /** As far as the archive reaches. */
    record Newest() implements RecoveryTarget {}

    /** What was committed at this moment or before is there, and nothing later. */
    record Moment(Instant moment) implements RecoveryTarget {}
}
