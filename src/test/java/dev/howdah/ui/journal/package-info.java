/** Tests of this package. */
@NullMarked
package dev.howdah.ui.journal;

import org.jspecify.annotations.NullMarked;
