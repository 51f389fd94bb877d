/** Asks again and again: only what is seen, what is due together, and never two at a time. */
@NullMarked
package dev.howdah.refresh;

import org.jspecify.annotations.NullMarked;
