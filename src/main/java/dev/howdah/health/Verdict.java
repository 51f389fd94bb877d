package dev.howdah.health;

import dev.howdah.health.Finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a rule makes of its input, before it is put into sentences: the key of the sentence and what
 * goes into it.
 *
 * @param key second part of the text key: ok, found, hidden, none or one of the rule's own
 * @param arguments of that sentence
 * @param filter for the place the finding leads to; empty for none
 * @param grant that would let our role see more; empty when nothing is hidden
 */
public record Verdict(
        Severity severity,
        String key,
        List<Object> arguments,
        String value,
        String limit,
        String filter,
        String grant) {

    /** What lets a role see everybody's sessions. */
    public static final String SEES_EVERYBODY = "pg_monitor";

    public Verdict {
        arguments = List.copyOf(arguments);
    }

    public static Verdict fine(Object... arguments) {
        return new Verdict(Severity.OK, "ok", List.of(arguments), "", "", "", "");
    }

    public static Verdict found(Severity severity, Object... arguments) {
        return new Verdict(severity, "found", List.of(arguments), "", "", "", "");
    }

    /** The question makes no sense for this server. */
    public static Verdict notApplicable() {
        return new Verdict(Severity.NOT_APPLICABLE, "none", List.of(), "", "", "", "");
    }

    /** Nothing bad in what our role sees, and it does not see everything. */
    public static Verdict hidden(String grant, Object... arguments) {
        return new Verdict(Severity.NOT_PERMITTED, "hidden", List.of(arguments), "", "", "", grant);
    }

    /** It was looked at, and that was not enough to judge. */
    public static Verdict unknown(Object... arguments) {
        return new Verdict(Severity.UNKNOWN, "unknown", List.of(arguments), "", "", "", "");
    }

    /** The same with another sentence of the rule. */
    public Verdict saying(String otherKey) {
        return new Verdict(severity, otherKey, arguments, value, limit, filter, grant);
    }

    /** The number that was judged and the one it was held against, each with its unit. */
    public Verdict measured(String newValue, String newLimit) {
        return new Verdict(severity, key, arguments, newValue, newLimit, filter, grant);
    }

    public Verdict filtered(String newFilter) {
        return new Verdict(severity, key, arguments, value, limit, newFilter, grant);
    }

    /** Warning from the first limit on, critical from the second. */
    public static <C extends Comparable<C>> Severity warningOrCritical(
            C value, C warning, C critical) {
        return graded(value, warning, Severity.WARNING, critical, Severity.CRITICAL);
    }

    /** Notice from the first limit on, warning from the second. */
    public static <C extends Comparable<C>> Severity noticeOrWarning(C value, C notice, C warning) {
        return graded(value, notice, Severity.NOTICE, warning, Severity.WARNING);
    }

    private static <C extends Comparable<C>> Severity graded(
            C value, C first, Severity mild, C second, Severity severe) {
        if (value.compareTo(second) >= 0) {
            return severe;
        }
        return value.compareTo(first) >= 0 ? mild : Severity.OK;
    }

    /** In words. Only what needs somebody says why it matters and what to do. */
    public Finding of(RuleCard card) {
        boolean isBad = severity.needsSomebody();
        String advice =
                severity == Severity.NOT_PERMITTED
                        ? HealthTexts.text("hidden.advice", grant)
                        : isBad ? card.text("advice") : "";
        return new Finding(
                card.name(),
                card.weight(),
                severity,
                card.text("title"),
                card.text(key, arguments.toArray()),
                isBad ? card.text("why") : "",
                advice,
                value,
                limit,
                Optional.of(card.where()),
                filter,
                Optional.empty());
    }
}
