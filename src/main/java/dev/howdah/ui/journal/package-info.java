/** What was done, on every server, and the way back from it. */
@NullMarked
package dev.howdah.ui.journal;

import org.jspecify.annotations.NullMarked;
