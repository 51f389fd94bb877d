/** How large databases, schemas, tables and WAL are. */
@NullMarked
package dev.howdah.pg.server.sizes;

import org.jspecify.annotations.NullMarked;
