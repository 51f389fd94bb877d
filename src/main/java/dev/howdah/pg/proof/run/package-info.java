/** The proof itself: every database visited, probed and looked up, and a certificate in the end. */
@NullMarked
package dev.howdah.pg.proof.run;

import org.jspecify.annotations.NullMarked;
