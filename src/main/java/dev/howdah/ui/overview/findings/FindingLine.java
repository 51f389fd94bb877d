package dev.howdah.ui.overview.findings;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Place;
import dev.howdah.ui.overview.panel.SeveritySign;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One finding as the list shows it.
 *
 * @param rule identity of the line
 * @param word the severity in a word
 * @param title what the rule is about
 * @param sentence the judgement
 * @param measure what was measured and what it is held against; may be empty
 * @param since like "since 14:02"; empty for rules that are fine or unknown
 * @param exactly the same moment in full
 * @param why why it matters; may be empty
 * @param advice what to do; may be empty
 * @param link the words of the way there; empty without one
 * @param place where the link leads; empty also when it leads to the nodes on this page
 * @param filter for that place; empty for none
 */
public record FindingLine(
        String rule,
        Severity severity,
        String word,
        String title,
        String sentence,
        String measure,
        String since,
        String exactly,
        String why,
        String advice,
        String link,
        Optional<Place> place,
        String filter) {
    private static final Texts TEXTS = Texts.of(FindingLine.class);

    static FindingLine of(Finding finding, Instant now, ZoneId zone) {
        boolean dated = finding.severity().needsSomebody() && finding.since().isPresent();
        Instant since = finding.since().orElse(now);
        Optional<Where> where =
                finding.severity().needsSomebody() ? finding.where() : Optional.empty();
        String link = where.map(FindingLine::linkTo).orElse("");
        return new FindingLine(
                finding.rule(),
                finding.severity(),
                SeveritySign.word(finding.severity()),
                finding.title(),
                finding.sentence(),
                measure(finding),
                dated ? TEXTS.text("findings.since", Moments.begun(since, now, zone)) : "",
                dated ? Moments.exact(since, zone) : "",
                finding.why(),
                finding.advice(),
                link,
                where.flatMap(FindingLine::placeOf),
                finding.filter());
    }

    private static String measure(Finding finding) {
        if (finding.limit().isEmpty()) {
            return finding.value();
        }
        return finding.value().isEmpty()
                ? TEXTS.text("findings.limit", finding.limit())
                : TEXTS.text("findings.valueAndLimit", finding.value(), finding.limit());
    }

    /** On this page there is nowhere to go but to the nodes. */
    private static String linkTo(Where where) {
        return where == Where.OVERVIEW ? "" : TEXTS.text("findings.link." + where);
    }

    private static Optional<Place> placeOf(Where where) {
        return switch (where) {
            case OVERVIEW, REPLICATION -> Optional.empty();
            case ACTIVITY -> Optional.of(Place.STATS_ACTIVITY);
            case LOCKS -> Optional.of(Place.STATS_LOCKS);
            case STATEMENTS -> Optional.of(Place.STATS_STATEMENTS);
            case CHARTS -> Optional.of(Place.STATS_CHARTS);
            case SETTINGS -> Optional.of(Place.SETTINGS_PARAMETERS);
            case EXTENSIONS -> Optional.of(Place.SETTINGS_EXTENSIONS);
            case USERS -> Optional.of(Place.USERS);
            case BACKUPS -> Optional.of(Place.BACKUPS);
            case ALLOWLIST, SWITCHES -> Optional.of(Place.SETTINGS_ALLOWLIST);
        };
    }
}
