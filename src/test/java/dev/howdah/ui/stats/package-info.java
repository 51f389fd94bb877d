/** Tests of the Stats tab, most of them without a toolkit. */
@NullMarked
package dev.howdah.ui.stats;

import org.jspecify.annotations.NullMarked;
