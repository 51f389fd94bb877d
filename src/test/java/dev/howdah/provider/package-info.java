/** Tests of the words for providers and of what adapters share. */
@NullMarked
package dev.howdah.provider;

import org.jspecify.annotations.NullMarked;
