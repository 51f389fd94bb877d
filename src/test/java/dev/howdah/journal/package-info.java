/** Tests of the log of changes. */
@NullMarked
package dev.howdah.journal;

import org.jspecify.annotations.NullMarked;
