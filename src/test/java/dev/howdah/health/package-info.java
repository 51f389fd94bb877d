/** Tests of what the console judges. */
@NullMarked
package dev.howdah.health;

import org.jspecify.annotations.NullMarked;
