/** The WAL that the lab's servers hand over, and how the timelines in it hang together. */
@NullMarked
package dev.howdah.lab.wal;

import org.jspecify.annotations.NullMarked;
