/** Dropping a role: what it owns and was granted in every database, and what becomes of that. */
@NullMarked
package dev.howdah.pg.roles.drop;

import org.jspecify.annotations.NullMarked;
