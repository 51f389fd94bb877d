/**
 * What sends to Scalingo: its hosts and regions, the tokens they take, and which database is meant.
 */
@NullMarked
package dev.howdah.provider.scalingo.call;

import org.jspecify.annotations.NullMarked;
