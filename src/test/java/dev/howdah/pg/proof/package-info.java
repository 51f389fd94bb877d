/** Tests of the access proof on real servers. */
@NullMarked
package dev.howdah.pg.proof;

import org.jspecify.annotations.NullMarked;
