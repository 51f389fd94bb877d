/** The proof that a role can do what it is for and nothing else, by catalog and by deed. */
@NullMarked
package dev.howdah.pg.proof;

import org.jspecify.annotations.NullMarked;
