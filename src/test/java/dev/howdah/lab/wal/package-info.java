/** What the lab's WAL archive promises. */
@NullMarked
package dev.howdah.lab.wal;

import org.jspecify.annotations.NullMarked;
