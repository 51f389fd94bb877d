/** What the console costs a server and the desktop; run with the profile {@code bench}. */
@NullMarked
package dev.howdah.bench;

import org.jspecify.annotations.NullMarked;
