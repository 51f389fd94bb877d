package dev.howdah.health;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.health.Finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A rule that judges one kind of snapshot. It answers for all rules alike what is said when that
 * snapshot was not read, is old, or was refused.
 */
public interface RuleAbout<T> extends HealthRule {

    RuleCard card();

    /** The kind of snapshot it judges. */
    Class<T> subject();

    /**
     * @param now by this desktop's clock
     */
    Verdict verdict(T facts, Instant now);

    @Override
    default String name() {
        return card().name();
    }

    @Override
    default int weight() {
        return card().weight();
    }

    @Override
    default Finding judge(HealthInput input) {
        return switch (input.reading(subject())) {
            case Reading.Waiting<T> _ -> unjudged(Severity.UNKNOWN, HealthTexts.text("unread"), "");
            case Reading.Fresh<T>(T facts, Instant _) -> verdict(facts, input.now()).of(card());
            case Reading.Stale<T>(T facts, Instant takenAt, Problem reason) ->
                    judgeOld(facts, takenAt, reason, input.now());
            case Reading.Unavailable<T>(Problem reason) ->
                    unjudged(severityOf(reason), reason.sentence(), reason.remedy());
        };
    }

    /** What it means that the server, or its provider, can't answer this at all. */
    default Severity whenUnsupported() {
        return Severity.UNKNOWN;
    }

    private Severity severityOf(Problem reason) {
        return switch (reason.kind()) {
            case NOT_PERMITTED -> Severity.NOT_PERMITTED;
            case NOT_SUPPORTED -> whenUnsupported();
            default -> Severity.UNKNOWN;
        };
    }

    /** What was bad is still worth knowing; what was fine may not be so any more. */
    private Finding judgeOld(T facts, Instant takenAt, Problem reason, Instant now) {
        Finding before = verdict(facts, now).of(card());
        String age = Quantities.duration(Duration.between(takenAt, now));
        return before.severity().needsSomebody()
                ? before.saying(HealthTexts.text("old.found", before.sentence(), age))
                : unjudged(
                        Severity.UNKNOWN,
                        HealthTexts.text("old.fine", age, reason.sentence()),
                        reason.remedy());
    }

    private Finding unjudged(Severity severity, String sentence, String advice) {
        return new Finding(
                name(),
                weight(),
                severity,
                card().text("title"),
                sentence,
                "",
                advice,
                "",
                "",
                Optional.of(card().where()),
                "",
                Optional.empty());
    }
}
