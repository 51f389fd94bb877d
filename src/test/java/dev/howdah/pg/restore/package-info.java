/** Tests of restored copies beside their originals. */
@NullMarked
package dev.howdah.pg.restore;

import org.jspecify.annotations.NullMarked;
