/** What is read about a database at Scalingo, and Scalingo's words in ours. */
@NullMarked
package dev.howdah.provider.scalingo.read;

import org.jspecify.annotations.NullMarked;
