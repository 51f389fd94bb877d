/** Proves the files around the code: the wrapper that builds it. */
@NullMarked
package dev.howdah.build;

import org.jspecify.annotations.NullMarked;
