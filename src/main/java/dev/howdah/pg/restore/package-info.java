/** A restored copy beside the original: compared, proven, and tables brought back from it. */
@NullMarked
package dev.howdah.pg.restore;

import org.jspecify.annotations.NullMarked;
