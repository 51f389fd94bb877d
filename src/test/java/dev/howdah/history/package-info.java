/** Tests of what is kept on this desktop. */
@NullMarked
package dev.howdah.history;

import org.jspecify.annotations.NullMarked;
