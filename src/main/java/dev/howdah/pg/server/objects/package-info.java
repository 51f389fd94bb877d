/** Objects of one database that need a look: indexes and sequences. */
@NullMarked
package dev.howdah.pg.server.objects;

import org.jspecify.annotations.NullMarked;
