/** Proves the words everybody uses. */
@NullMarked
package dev.howdah.core.change;

import org.jspecify.annotations.NullMarked;
