/** Proof by deed: samples that a login tries to read and write. */
@NullMarked
package dev.howdah.pg.proof.deed;

import org.jspecify.annotations.NullMarked;
