/** The journal as a page of the window, and the way back from what it tells. */
@NullMarked
package dev.howdah.app.journal;

import org.jspecify.annotations.NullMarked;
