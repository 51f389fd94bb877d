/** Judges what was read: rules, their limits and their sentences. Reads nothing itself. */
@NullMarked
package dev.howdah.health;

import org.jspecify.annotations.NullMarked;
