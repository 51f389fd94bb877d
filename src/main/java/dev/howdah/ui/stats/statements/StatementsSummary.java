package dev.howdah.ui.stats.statements;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.ui.Moments;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.stats.statement.StatementWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sentences around the table of statements: what it shows, and what it can't. */
final class StatementsSummary {
    private static final Texts TEXTS = Texts.of(StatementsSummary.class);

    private final ZoneId zone;

    StatementsSummary(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * One line: how many statements there are, how many ran, since when, what the others did.
     *
     * @param shown how many are in the table
     * @param ours how many of our own are left out of it
     */
    String line(
            StatementsInterval interval,
            List<StatementLine> shown,
            int ours,
            boolean filtered,
            Instant now) {
        List<String> parts = new ArrayList<>();
        int statements = interval.all().statements();
        if (interval.from().isPresent()) {
            Duration length = Duration.between(interval.from().get(), interval.to());
            parts.add(
                    TEXTS.text(
                            everyRunIsKnown(interval) ? "statements.ran" : "statements.ranAtLeast",
                            interval.rows().size(),
                            statements,
                            Quantities.duration(Duration.ofSeconds(length.toSeconds()))));
        } else {
            parts.add(TEXTS.text("statements.count", statements));
            interval.all()
                    .resetAt()
                    .ifPresent(reset ->
                            parts.add(
                                    TEXTS.text(
                                            "statements.since", Moments.near(reset, now, zone))));
            interval.all()
                    .evictions()
                    .ifPresent(times -> parts.add(TEXTS.text("statements.evictions", times)));
        }
        if (filtered) {
            parts.add(TEXTS.text("statements.match", shown.size()));
        }
        if (ours > 0) {
            parts.add(TEXTS.text("statements.ours", ours));
        }
        if (!filtered) {
            others(interval, shown).ifPresent(parts::add);
        }
        return String.join("  ·  ", parts);
    }

    private static boolean everyRunIsKnown(StatementsInterval interval) {
        return interval.missingUpTo(StatementsRank.CALLS) == 0;
    }

    /** What the statements that are not in the table took together. */
    private static Optional<String> others(StatementsInterval interval, List<StatementLine> shown) {
        OptionalDouble all = interval.all().totalMs();
        if (all.isEmpty() || all.getAsDouble() <= 0) {
            return Optional.empty();
        }
        double listed =
                shown.stream()
                        .mapToDouble(line -> line.row().measure(StatementsRank.TOTAL_TIME))
                        .sum();
        double others = Math.max(0, all.getAsDouble() - listed);
        OptionalDouble share = OptionalDouble.of(100 * others / all.getAsDouble());
        return share.getAsDouble() < 0.05
                ? Optional.empty()
                : Optional.of(
                        TEXTS.text(
                                "statements.others",
                                Quantities.millis(others),
                                StatementWords.percent(share)));
    }

    /** What makes the numbers less than they seem, the gravest first. */
    List<Notice> notices(
            StatementsFacts facts,
            StatementsInterval interval,
            StatementsRank rank,
            String role,
            Optional<Instant> restartedAt,
            Optional<Problem> textProblem) {
        List<Notice> notices = new ArrayList<>();
        StatementsFacts.Settings settings = facts.settings();
        if (!settings.computesIds()) {
            notices.add(notice(Notice.Level.WARNING, "statements.noIds"));
        } else if (settings.track().equals("none")) {
            notices.add(notice(Notice.Level.WARNING, "statements.notTracked"));
        }
        int hidden = interval.all().hidden();
        if (hidden > 0) {
            notices.add(
                    new Notice(
                            Notice.Level.WARNING,
                            TEXTS.text("statements.hidden", hidden),
                            TEXTS.text("statements.hidden.advice", role)));
        }
        long evictions = interval.all().evictions().orElse(0);
        if (evictions > 0 && interval.from().isPresent()) {
            notices.add(
                    new Notice(
                            Notice.Level.WARNING,
                            TEXTS.text("statements.evicting", evictions),
                            TEXTS.text("statements.evicting.advice", settings.maxStatements())));
        }
        restartedAt.ifPresent(at ->
                notices.add(
                        Notice.of(
                                Notice.Level.INFO,
                                TEXTS.text("statements.restarted", Moments.near(at, at, zone)))));
        textProblem.ifPresent(problem ->
                notices.add(
                        new Notice(
                                Notice.Level.INFO,
                                TEXTS.text("statements.textsFailed", problem.sentence()),
                                problem.remedy())));
        if (!interval.isComplete(rank)) {
            notices.add(
                    Notice.of(
                            Notice.Level.INFO,
                            TEXTS.text(
                                    "statements.incomplete",
                                    measure(rank, interval.missingUpTo(rank), settings))));
        }
        if (facts.isOutdated()) {
            notices.add(
                    Notice.of(
                            Notice.Level.INFO,
                            TEXTS.text(
                                    "statements.outdated",
                                    facts.installed().orElseThrow().version(),
                                    facts.available().orElseThrow())));
        }
        return notices;
    }

    /** What the change of a mean is measured against. */
    String meanTip(Optional<StatementsInterval> interval) {
        if (interval.isEmpty() || interval.get().from().isEmpty()) {
            return TEXTS.text("statements.mean.total");
        }
        return interval.get()
                .meansBefore()
                .map(length ->
                        TEXTS.text(
                                "statements.mean.before",
                                Quantities.duration(Duration.ofSeconds(length.toSeconds()))))
                .orElse(TEXTS.text("statements.mean.allBefore"));
    }

    /** A heading for the numbers of the range. */
    String rangeName(Optional<StatementsInterval> interval) {
        return interval.filter(known -> known.from().isPresent())
                .map(known -> Duration.between(known.from().get(), known.to()))
                .map(length ->
                        TEXTS.text(
                                "statements.lastStretch",
                                Quantities.duration(Duration.ofSeconds(length.toSeconds()))))
                .orElse("");
    }

    private static Notice notice(Notice.Level level, String key) {
        return new Notice(level, TEXTS.text(key), TEXTS.text(key + ".advice"));
    }

    private static String measure(
            StatementsRank rank, double value, StatementsFacts.Settings settings) {
        return Double.isInfinite(value)
                ? TEXTS.text("statements.unknownMeasure")
                : StatementWords.quantity(rank.limit(), value, settings.blockBytes());
    }
}
