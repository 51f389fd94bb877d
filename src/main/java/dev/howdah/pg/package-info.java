/** The way to a server: pool, reader, writer, and what every subject below it needs. */
@NullMarked
package dev.howdah.pg;

import org.jspecify.annotations.NullMarked;
