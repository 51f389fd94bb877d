/** The panel of locks: who waits for whom. */
@NullMarked
package dev.howdah.ui.stats.locks;

import org.jspecify.annotations.NullMarked;
