/** The line at the foot of the window, and who speaks in it. */
@NullMarked
package dev.howdah.app.status;

import org.jspecify.annotations.NullMarked;
