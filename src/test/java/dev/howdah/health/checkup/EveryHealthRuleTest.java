package dev.howdah.health.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.HealthInput;
import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.health.configuration.PendingRestart;
import dev.howdah.pg.server.HealthFacts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What all rules have in common. */
class EveryHealthRuleTest {
    static final List<HealthRule> RULES = HealthRules.ALL;

    private static final Problem REFUSED =
            Problem.of(
                    Problem.Kind.NOT_PERMITTED,
                    "app is not allowed to read this.",
                    "Let an administrator run: GRANT pg_monitor TO \"app\";");
    private static final Problem TIMED_OUT =
            Problem.of(
                    Problem.Kind.TIMED_OUT, "The server did not answer.", "It may be overloaded.");

    @Test
    void thereAreThirtyThreeWithNamesOfTheirOwn() {
        assertEquals(33, RULES.size());
        assertEquals(33, RULES.stream().map(HealthRule::name).distinct().count());
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void isUnknownWhileNothingWasRead(HealthRule rule) {
        Finding finding = rule.judge(HealthInput.nothingRead(Judged.NOW));

        assertEquals(
                List.of(Severity.UNKNOWN, "Not read yet.", "", "", "", ""),
                List.of(
                        finding.severity(),
                        finding.sentence(),
                        finding.why(),
                        finding.advice(),
                        finding.value(),
                        finding.limit()));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void namesTheGrantWhenItsInputWasRefused(HealthRule rule) {
        Finding finding = rule.judge(unavailable(rule, REFUSED));

        assertEquals(
                List.of(Severity.NOT_PERMITTED, REFUSED.sentence(), REFUSED.remedy()),
                List.of(finding.severity(), finding.sentence(), finding.advice()));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void isUnknownWhenTheServerDoesNotAnswer(HealthRule rule) {
        Finding finding = rule.judge(unavailable(rule, TIMED_OUT));

        assertEquals(
                List.of(Severity.UNKNOWN, TIMED_OUT.sentence(), TIMED_OUT.remedy()),
                List.of(finding.severity(), finding.sentence(), finding.advice()));
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void canSayWhyItMattersAndWhatToDo(HealthRule rule) {
        Finding finding = Verdict.found(Severity.WARNING, 1, "a", "b", "c").of(card(rule));

        assertFalse(finding.title().isBlank());
        assertFalse(finding.why().isBlank());
        assertFalse(finding.advice().isBlank());
        assertTrue(rule.weight() >= 0 && rule.weight() <= 100);
    }

    @Test
    void whatWasBadIsStillSaidWhenItGrewOld() {
        HealthFacts facts = new HealthFacts(180_006, 1, List.of(), List.of("shared_buffers"));

        Finding finding = new PendingRestart().judge(stale(facts));

        assertEquals(
                "NOTICE: 1 changed parameter waits for a restart: shared_buffers. That was 2 min"
                        + " ago.",
                finding.severity() + ": " + finding.sentence());
    }

    @Test
    void whatWasFineIsUnknownWhenItGrewOld() {
        HealthFacts facts = new HealthFacts(180_006, 1, List.of(), List.of());

        Finding finding = new PendingRestart().judge(stale(facts));

        assertEquals(
                "UNKNOWN: It was fine 2 min ago, and could not be looked at since: The server did"
                        + " not answer.",
                finding.severity() + ": " + finding.sentence());
        assertEquals("It may be overloaded.", finding.advice());
    }

    @Test
    void noTwoRulesOfTheSameWeightHideEachOthersRank() {
        List<Integer> weights = RULES.stream().map(HealthRule::weight).sorted().toList();

        assertEquals(weights.stream().distinct().collect(Collectors.toList()), weights);
    }

    private static HealthInput stale(HealthFacts facts) {
        return Judged.input(
                HealthFacts.class,
                new Reading.Stale<>(facts, Judged.NOW.minus(Duration.ofMinutes(2)), TIMED_OUT));
    }

    private static RuleCard card(HealthRule rule) {
        return about(rule).card();
    }

    private static HealthInput unavailable(HealthRule rule, Problem problem) {
        return unavailable(about(rule), problem);
    }

    private static <T> HealthInput unavailable(RuleAbout<T> rule, Problem problem) {
        return Judged.input(rule.subject(), new Reading.Unavailable<>(problem));
    }

    private static RuleAbout<?> about(HealthRule rule) {
        return (RuleAbout<?>) rule;
    }
}
