package dev.howdah.provider;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Question;
import dev.howdah.core.Source;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.util.List;

/** Lets a refresh loop read from a provider: one question after the other, each by itself. */
public final class ProviderSource implements Source {
    private static final Texts TEXTS = Texts.of(ProviderSource.class);

    private final Provider provider;
    private final Clock clock;

    public ProviderSource(Provider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** Takes {@link ProviderQuestion}s; every other question fails. */
    @Override
    public List<Answer<?>> ask(List<? extends Question<?>> questions) {
        return questions.stream().<Answer<?>>map(this::answer).toList();
    }

    private Answer<?> answer(Question<?> question) {
        return switch (question) {
            case ProviderQuestion<?> ours -> answerOurs(ours);
            default ->
                    new Answer.Failed<>(
                            Problem.of(
                                    Problem.Kind.NOT_SUPPORTED,
                                    TEXTS.text("source.foreign", question.name()),
                                    ""));
        };
    }

    private <T> Answer<T> answerOurs(ProviderQuestion<T> question) {
        try {
            return new Answer.Got<>(question.read().from(provider), clock.instant());
        } catch (ProblemException e) {
            return new Answer.Failed<>(e.problem());
        }
    }
}
