/** Statements that are one transaction in one database, after one another in several. */
@NullMarked
package dev.howdah.pg.roles.step;

import org.jspecify.annotations.NullMarked;
