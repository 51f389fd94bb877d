package dev.howdah.ui.stats.statement;

import dev.howdah.pg.statements.interval.StatementsInterval;
import java.util.OptionalDouble;

/**
 * One line of the table of statements.
 *
 * @param sharePct of the time of all statements in the range, 0 to 100; empty when nobody knows it
 * @param text on one line; empty while it is being read
 * @param textIsKnown false while the text is being read
 */
public record StatementLine(
        StatementsInterval.Row row, OptionalDouble sharePct, String text, boolean textIsKnown) {}
