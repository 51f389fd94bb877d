/** JSON over HTTP, with limits, repetition only where it is safe, and failures in words. */
@NullMarked
package dev.howdah.provider.http;

import org.jspecify.annotations.NullMarked;
