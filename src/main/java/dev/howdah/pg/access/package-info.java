/** What we ask a server about who may do what; what follows from its answers is a room above. */
@NullMarked
package dev.howdah.pg.access;

import org.jspecify.annotations.NullMarked;
