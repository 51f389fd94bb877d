package dev.howdah.ui.stats.statement;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.interval.StatementsInterval;
import java.util.Locale;
import java.util.OptionalDouble;

/** The numbers of statements as people read them, with their units. */
public final class StatementWords {
    private static final Texts TEXTS = Texts.of(StatementWords.class);
    private static final String NOTHING = "–";

    /** Above this a change is a factor and no percentage. */
    private static final double FACTOR_FROM_PCT = 900;

    private StatementWords() {}

    /** A counter's value in its own unit: "1.2 MB", "3,980", "182 ms". */
    public static String quantity(StatementCounter counter, double value, int blockBytes) {
        return switch (counter.unit()) {
            case COUNT -> Quantities.count(Math.round(value));
            case MILLIS, IO_MILLIS -> Quantities.millis(value);
            case BLOCKS -> Quantities.bytes(value * blockBytes);
            case BYTES -> Quantities.bytes(value);
        };
    }

    /** Counts short, for a narrow column: "3,980", "18.6 M"; everything else as it is. */
    public static String shortQuantity(StatementCounter counter, double value) {
        return counter.unit() == StatementCounter.Unit.COUNT
                ? Quantities.shortCount(value)
                : quantity(counter, value, 0);
    }

    static String millis(OptionalDouble millis) {
        return millis.isPresent() ? Quantities.millis(millis.getAsDouble()) : NOTHING;
    }

    public static String percent(OptionalDouble pct) {
        if (pct.isEmpty()) {
            return NOTHING;
        }
        double value = pct.getAsDouble();
        if (value > 0 && value < 0.1) {
            return "< 0.1 %";
        }
        // Rounded down near the end: a share that is not quite whole is not shown as whole.
        double tenths = value > 99 ? Math.floor(value * 10) / 10 : Math.round(value * 10) / 10.0;
        return Quantities.percent(value < 10 || value > 99 ? tenths : Math.rint(value));
    }

    /** Rows of a call: "1", "0.3", "12,400". */
    public static String perCall(OptionalDouble rows) {
        if (rows.isEmpty()) {
            return NOTHING;
        }
        double value = rows.getAsDouble();
        return value >= 10 || value == Math.rint(value)
                ? Quantities.shortCount(value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Amounts that most statements don't have: empty for 0, so that the others stand out. */
    public static String ifAny(
            StatementsInterval.Row row, StatementCounter counter, int blockBytes) {
        double value = row.added(counter);
        return value == 0 ? "" : quantity(counter, value, blockBytes);
    }

    /** With a sign for numbers that are only known to be at most, or at least, that. */
    static String bounded(StatementsInterval.Row row, String quantity) {
        return quantity.isEmpty() ? "" : signed(row, quantity);
    }

    private static String signed(StatementsInterval.Row row, String quantity) {
        return switch (row.certainty()) {
            case EXACT -> quantity;
            case AT_MOST -> "≤ " + quantity;
            case AT_LEAST -> "≥ " + quantity;
        };
    }

    /** What the sign before a number means; empty for exact ones. */
    static String certainty(StatementsInterval.Row row) {
        return switch (row.certainty()) {
            case EXACT -> "";
            case AT_MOST -> TEXTS.text("statements.atMost");
            case AT_LEAST -> TEXTS.text("statements.atLeast");
        };
    }

    /**
     * As {@link #bounded}, for a number per call and the like: of two numbers that are both bounds,
     * the quotient is none.
     */
    static String about(StatementsInterval.Row row, String ratio) {
        boolean sure = row.certainty() == StatementsInterval.Certainty.EXACT;
        return sure || ratio.equals(NOTHING) ? ratio : "≈ " + ratio;
    }

    static String ratioCertainty(StatementsInterval.Row row) {
        return switch (row.certainty()) {
            case EXACT -> "";
            case AT_MOST -> TEXTS.text("statements.aboutWithEarlier");
            case AT_LEAST -> TEXTS.text("statements.aboutSinceAnew");
        };
    }

    /** How a mean changed: "▲ +64 %", "▼ -12 %", "▲ ×14"; empty when it hardly did. */
    public static String change(StatementsInterval.Row row) {
        if (row.isNew()) {
            return TEXTS.text("statements.new");
        }
        OptionalDouble change = row.meanChangePct();
        if (change.isEmpty() || Math.abs(change.getAsDouble()) < 5) {
            return "";
        }
        double pct = change.getAsDouble();
        if (pct > FACTOR_FROM_PCT) {
            return "▲ ×" + Quantities.shortCount(1 + pct / 100);
        }
        return String.format(Locale.ROOT, "%s %+.0f %%", pct > 0 ? "▲" : "▼", pct);
    }
}
