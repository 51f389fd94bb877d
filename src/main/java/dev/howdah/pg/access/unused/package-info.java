/** Which roles have not worked lately, as far as a server can tell. */
@NullMarked
package dev.howdah.pg.access.unused;

import org.jspecify.annotations.NullMarked;
