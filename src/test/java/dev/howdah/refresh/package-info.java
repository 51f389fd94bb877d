/** Proves when the console asks, and when it keeps still. */
@NullMarked
package dev.howdah.refresh;

import org.jspecify.annotations.NullMarked;
