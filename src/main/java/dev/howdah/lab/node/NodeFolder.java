package dev.howdah.lab.node;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a node keeps what. */
record NodeFolder(Path path) {

    /** PostgreSQL's data folder. */
    Path data() {
        return path.resolve("data");
    }

    NodeLog log() {
        return new NodeLog(path.resolve("log"));
    }

    /** What the server says before it opens its own log. */
    Path startLog() {
        return path.resolve("start.log");
    }

    /** What initdb or pg_ctl said when it was run last. */
    Path programLog() {
        return path.resolve("program.log");
    }

    /** The superuser's. */
    Path password() {
        return path.resolve("password");
    }

    /** The port of the last start. */
    Path port() {
        return path.resolve("port");
    }

    boolean holdsCluster() {
        return Files.isRegularFile(data().resolve("PG_VERSION"));
    }
}
