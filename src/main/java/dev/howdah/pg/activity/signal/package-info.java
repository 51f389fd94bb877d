/** Statements and sessions that are ended: what each signal may do, costs and came to. */
@NullMarked
package dev.howdah.pg.activity.signal;

import org.jspecify.annotations.NullMarked;
