/** The servers on the left of the window. */
@NullMarked
package dev.howdah.app.rail;

import org.jspecify.annotations.NullMarked;
