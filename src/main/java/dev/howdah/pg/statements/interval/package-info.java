/** What statements did between two readings, and which are worth reading next. */
@NullMarked
package dev.howdah.pg.statements.interval;

import org.jspecify.annotations.NullMarked;
