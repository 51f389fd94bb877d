package dev.howdah.ui.stats.statement;

import dev.howdah.core.Texts;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.StatementCounter.Group;
import dev.howdah.pg.statements.StatementCounter.Unit;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.pg.statements.interval.StatementsInterval.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * All numbers of one statement, by group: in the range that is shown, and in total. What a
 * statement never did is left out, and what the server does not measure is said once.
 */
public final class StatementFigures {
    private static final Texts TEXTS = Texts.of(StatementFigures.class);

    /**
     * One line.
     *
     * @param id stays the same from reading to reading
     * @param inRange empty for what has no difference, like a maximum
     * @param total empty in a heading
     */
    public record Figure(Kind kind, String id, String name, String inRange, String total) {
        /** How a line looks. */
        enum Kind {
            HEADING,
            NUMBER,
            REMARK
        }
    }

    private final Optional<Row> inRange;
    private final Row total;
    private final Set<StatementCounter> counted;
    private final StatementsFacts.Settings settings;
    private final List<Figure> figures = new ArrayList<>();

    private StatementFigures(
            Optional<Row> inRange,
            Row total,
            Set<StatementCounter> counted,
            StatementsFacts.Settings settings) {
        this.inRange = inRange;
        this.total = total;
        this.counted = counted;
        this.settings = settings;
    }

    /**
     * @param inRange empty when the statement did not run in the range
     * @param counted what this version of the extension counts
     */
    static List<Figure> of(
            Optional<Row> inRange,
            Row total,
            Set<StatementCounter> counted,
            StatementsFacts.Settings settings) {
        StatementFigures figures = new StatementFigures(inRange, total, counted, settings);
        for (Group group : Group.values()) {
            figures.add(group);
        }
        return figures.figures;
    }

    private void add(Group group) {
        List<Figure> lines = new ArrayList<>();
        if (group == Group.RUNS) {
            lines.add(derived("mean", row -> StatementWords.millis(row.meanMs())));
            lines.add(derived("rowsPerCall", row -> StatementWords.perCall(row.rowsPerCall())));
        } else if (group == Group.SHARED_BLOCKS && total.cacheHitPct().isPresent()) {
            lines.add(derived("cacheHit", row -> StatementWords.percent(row.cacheHitPct())));
        } else if (group == Group.PLANNING && total.added(StatementCounter.PLANS) > 0) {
            lines.add(derived("planMean", row -> StatementWords.millis(planMean(row))));
        }
        for (StatementCounter counter : counters(group)) {
            if (group == Group.RUNS || total.added(counter) > 0) {
                lines.add(number(counter));
            }
        }
        remark(group).ifPresent(lines::add);
        if (!lines.isEmpty()) {
            figures.add(line(Figure.Kind.HEADING, "group." + group.name(), "", ""));
            figures.addAll(lines);
        }
    }

    private List<StatementCounter> counters(Group group) {
        return Arrays.stream(StatementCounter.values())
                .filter(counter -> counter.group() == group && counted.contains(counter))
                .toList();
    }

    private static OptionalDouble planMean(Row row) {
        double plans = row.added(StatementCounter.PLANS);
        return plans > 0
                ? OptionalDouble.of(row.added(StatementCounter.PLAN_MS) / plans)
                : OptionalDouble.empty();
    }

    /** Zero would look like "none" where nobody looked. */
    private Optional<Figure> remark(Group group) {
        boolean timesKnown =
                settings.timesIo()
                        || counters(group).stream()
                                .noneMatch(counter -> counter.unit() == Unit.IO_MILLIS)
                        || counters(group).stream()
                                .anyMatch(c -> c.unit() == Unit.IO_MILLIS && total.added(c) > 0);
        if (group == Group.SHARED_BLOCKS && !timesKnown) {
            return Optional.of(remark("noIoTimes"));
        }
        return group == Group.PLANNING
                        && counted.contains(StatementCounter.PLANS)
                        && !settings.tracksPlanning()
                        && total.added(StatementCounter.PLANS) == 0
                ? Optional.of(remark("noPlanning"))
                : Optional.empty();
    }

    private static Figure remark(String id) {
        return line(Figure.Kind.REMARK, id, "", TEXTS.text("statements.figure." + id + ".value"));
    }

    private Figure number(StatementCounter counter) {
        String whole = quantity(counter, total.now().get(counter));
        String part =
                counter.accumulates() ? inRange.map(row -> bounded(row, counter)).orElse("–") : "";
        return line(Figure.Kind.NUMBER, counter.name(), part, whole);
    }

    private String bounded(Row row, StatementCounter counter) {
        return StatementWords.bounded(row, quantity(counter, row.added(counter)));
    }

    private String quantity(StatementCounter counter, double value) {
        return StatementWords.quantity(counter, value, settings.blockBytes());
    }

    private Figure derived(String id, Function<Row, String> text) {
        return line(
                Figure.Kind.NUMBER,
                id,
                inRange.map(row -> StatementWords.about(row, text.apply(row))).orElse("–"),
                text.apply(total));
    }

    private static Figure line(Figure.Kind kind, String id, String inRange, String total) {
        return new Figure(kind, id, TEXTS.text("statements.figure." + id), inRange, total);
    }
}
