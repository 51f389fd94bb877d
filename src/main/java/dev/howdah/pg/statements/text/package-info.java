/** The texts of statements, each read once. */
@NullMarked
package dev.howdah.pg.statements.text;

import org.jspecify.annotations.NullMarked;
