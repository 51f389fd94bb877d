package dev.howdah.backup;

import java.nio.file.Path;

/** How a download ended that did not fail. */
public sealed interface Fetched {

    /** The file is here. One that is damaged is too, under a name that says so. */
    record Arrived(Path file, FileVerdict verdict) implements Fetched {}

    /** It was stopped; the part stays, and the next download goes on from there. */
    record Stopped(Path part, long bytes) implements Fetched {}
}
