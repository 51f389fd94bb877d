/** The checkup of a server: all rules, and since when each says what it says. */
@NullMarked
package dev.howdah.health.checkup;

import org.jspecify.annotations.NullMarked;
