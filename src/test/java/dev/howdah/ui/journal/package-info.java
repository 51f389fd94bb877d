/** Tests of the journal on the screen. */
@NullMarked
package dev.howdah.ui.journal;

import org.jspecify.annotations.NullMarked;
