/** Proof by catalog: what a role may do in one database, and what it should not. */
@NullMarked
package dev.howdah.pg.proof.catalog;

import org.jspecify.annotations.NullMarked;
