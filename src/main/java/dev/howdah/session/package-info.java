/** A server that is open: its pool, its loops, its history. */
@NullMarked
package dev.howdah.session;

import org.jspecify.annotations.NullMarked;
