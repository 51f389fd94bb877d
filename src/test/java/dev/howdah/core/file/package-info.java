/** Proves the words everybody uses. */
@NullMarked
package dev.howdah.core.file;

import org.jspecify.annotations.NullMarked;
