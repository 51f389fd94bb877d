/** A server's counters and gauges, and what became of them between two looks. */
@NullMarked
package dev.howdah.pg.server.vitals;

import org.jspecify.annotations.NullMarked;
