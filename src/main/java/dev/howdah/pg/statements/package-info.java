/**
 * What pg_stat_statements knows: which statements cost what, over all time and over an interval.
 */
@NullMarked
package dev.howdah.pg.statements;

import org.jspecify.annotations.NullMarked;
