/** What a server as a whole says about itself: vitals, replication, sizes, facts for judgements. */
@NullMarked
package dev.howdah.pg.server;

import org.jspecify.annotations.NullMarked;
