package dev.howdah.health.vacuum;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot.TableRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Tables that autovacuum does not keep up with.
 *
 * @param manyRows dead rows below which nothing is said
 * @param noticePct and {@code warningPct} dead of all rows, when there are twice as many as bring
 *     autovacuum. Source: temBoard and pg-console on bloat 30/50 %
 */
public record DeadRows(long manyRows, double noticePct, double warningPct)
        implements RuleAbout<DeadRowsSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("deadRows", 33, Where.STATEMENTS, Texts.of(DeadRows.class));

    public DeadRows() {
        this(10_000, 30, 50);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<DeadRowsSnapshot> subject() {
        return DeadRowsSnapshot.class;
    }

    @Override
    public Verdict verdict(DeadRowsSnapshot facts, Instant now) {
        List<TableRow> bad =
                facts.tables().stream()
                        .filter(table -> severity(table) != Severity.OK)
                        .sorted(Comparator.comparing(this::severity))
                        .toList();
        String limit = Quantities.percent(noticePct);
        if (bad.isEmpty()) {
            return Verdict.fine().measured("", limit);
        }
        TableRow worst = bad.getFirst();
        String share = Quantities.percent(Math.floor(worst.deadPct()));
        return Verdict.found(
                        severity(worst),
                        bad.size(),
                        worst.schema() + "." + worst.name(),
                        Quantities.shortCount((double) worst.deadRows()),
                        share)
                .saying(worst.autovacuumOff() ? "optedOut" : "found")
                .measured(share, limit);
    }

    private Severity severity(TableRow table) {
        return table.deadRows() < manyRows || table.deadRows() < 2 * table.vacuumThreshold()
                ? Severity.OK
                : Verdict.noticeOrWarning(table.deadPct(), noticePct, warningPct);
    }
}
