/** Tests of what is read about a server as a whole. */
@NullMarked
package dev.howdah.pg.server;

import org.jspecify.annotations.NullMarked;
