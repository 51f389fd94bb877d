/** What we ask a server about who may do what, and what follows from its answers. */
@NullMarked
package dev.howdah.pg.access;

import org.jspecify.annotations.NullMarked;
