/** The command palette, and the keys that do the same. */
@NullMarked
package dev.howdah.app.palette;

import org.jspecify.annotations.NullMarked;
