/** Dumps and restores with PostgreSQL's own client tools, where this desktop has them. */
@NullMarked
package dev.howdah.dump;

import org.jspecify.annotations.NullMarked;
