package dev.howdah.refresh;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Question;
import dev.howdah.core.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A source whose answers a test decides, with a clock that only the test and the source itself move
 * on.
 */
final class SomeSource extends Clock implements Source {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** What was asked together, in order. */
    final List<List<String>> asked = new ArrayList<>();

    /** The reason why a question fails; those that are not here succeed. */
    final Map<String, Problem> failing = new HashMap<>();

    /** How long an answer takes. */
    Duration takes = Duration.ZERO;

    /** Happens while the source is busy. */
    Runnable meanwhile = () -> {};

    private Instant now = NOON;

    /** A question by its name. */
    record Named(String name) implements Question<String> {}

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public List<Answer<?>> ask(List<? extends Question<?>> questions) {
        asked.add(questions.stream().map(Question::name).toList());
        now = now.plus(takes);
        meanwhile.run();
        List<Answer<?>> answers = new ArrayList<>();
        for (Question<?> question : questions) {
            Problem reason = failing.get(question.name());
            answers.add(
                    reason == null
                            ? new Answer.Got<>(question.name() + " " + asked.size(), now)
                            : new Answer.Failed<>(reason));
        }
        return answers;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
