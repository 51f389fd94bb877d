/** Changes and long work: what is described, shown, run once and written down. */
@NullMarked
package dev.howdah.core.change;

import org.jspecify.annotations.NullMarked;
