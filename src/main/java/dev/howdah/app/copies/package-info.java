/** The lab's copies as servers in the window: made, started, filled and removed. */
@NullMarked
package dev.howdah.app.copies;

import org.jspecify.annotations.NullMarked;
