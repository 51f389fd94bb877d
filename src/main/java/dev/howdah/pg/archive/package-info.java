/** What we ask a server about its WAL archive and the copies of its WAL. */
@NullMarked
package dev.howdah.pg.archive;

import org.jspecify.annotations.NullMarked;
