/** Scalingo's two products for PostgreSQL, by its API. */
@NullMarked
package dev.howdah.provider.scalingo;

import org.jspecify.annotations.NullMarked;
