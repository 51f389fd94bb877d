/** Whether pg_stat_statements can answer, and the changes that make it. */
@NullMarked
package dev.howdah.pg.statements.extension;

import org.jspecify.annotations.NullMarked;
