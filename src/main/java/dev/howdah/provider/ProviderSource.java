package dev.howdah.provider;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Question;
import dev.howdah.core.SentRequests;
import dev.howdah.core.Source;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a refresh loop read from a provider: one question after the other, each by itself. */
public final class ProviderSource implements Source {
    private static final Texts TEXTS = Texts.of(ProviderSource.class);

    private final Provider provider;
    private final Clock clock;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

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
        List<String> requests = new ArrayList<>();
        boolean offered = true;
        try {
            return new Answer.Got<>(
                    SentRequests.during(requests, () -> question.read().from(provider)),
                    clock.instant());
        } catch (ProblemException e) {
            offered = e.problem().kind() != Problem.Kind.NOT_SUPPORTED;
            return new Answer.Failed<>(e.problem());
        } finally {
            asked.put(question.name(), new Asked(requests, offered));
        }
    }

    /** What a question sent when it was asked last; empty before. Any thread. */
    public Optional<Asked> asked(ProviderQuestion<?> question) {
        return Optional.ofNullable(asked.get(question.name()));
    }

    /**
     * A question that was asked.
     *
     * @param requests in the order in which they were sent, secrets masked; empty when the provider
     *     answers within this program
     * @param offered whether the provider offers to answer at all
     */
    public record Asked(List<String> requests, boolean offered) {
        public Asked {
            requests = List.copyOf(requests);
        }
    }
}
