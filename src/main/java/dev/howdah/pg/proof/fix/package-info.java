/** What would close a gap, as statements to be shown before they run. */
@NullMarked
package dev.howdah.pg.proof.fix;

import org.jspecify.annotations.NullMarked;
