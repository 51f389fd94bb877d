/** Tests of the adapter for Scalingo, and a Scalingo to play against. */
@NullMarked
package dev.howdah.provider.scalingo;

import org.jspecify.annotations.NullMarked;
