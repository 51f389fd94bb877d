/** Who receives WAL from a server, and how a standby follows. */
@NullMarked
package dev.howdah.pg.server.replication;

import org.jspecify.annotations.NullMarked;
