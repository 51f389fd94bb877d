/** Dead rows, whoever keeps them from being removed, and the distance to wraparound. */
@NullMarked
package dev.howdah.pg.server.vacuum;

import org.jspecify.annotations.NullMarked;
