package dev.howdah.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Question;
import dev.howdah.provider.capability.Capability;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoProviderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Provider none = new NoProvider();

    @Test
    void offersNothingAndSaysWhy() {
        for (Capability each : Capability.values()) {
            assertEquals(
                    "No provider is known for this server, so only what SQL can do is offered.",
                    none.capabilities().whyNot(each).orElseThrow());
        }
    }

    @Test
    void sendsNobodyToAProviderThatThereIsNot() {
        assertEquals(
                Problem.of(Problem.Kind.NOT_SUPPORTED, "It is a copy.", ""),
                NoProvider.anywhere("It is a copy.")
                        .capabilities()
                        .refusal(Capability.BACKUPS)
                        .problem());
    }

    @Test
    void answersQuestionsOneByOne() {
        ProviderSource source = new ProviderSource(none, Clock.fixed(NOON, ZoneOffset.UTC));
        Question<String> foreign = () -> "foreign";

        List<Answer<?>> answers =
                source.ask(
                        List.of(
                                new ProviderQuestion<>("name", Provider::providerName),
                                new ProviderQuestion<>("facts", Provider::facts),
                                foreign));

        assertEquals(
                List.of(
                        new Answer.Got<>("No provider", NOON),
                        new Answer.Failed<>(
                                Problem.of(
                                        Problem.Kind.NOT_SUPPORTED,
                                        "No provider is known for this server, so only what SQL"
                                                + " can do is offered.",
                                        "Use the provider's own console for it, where it has"
                                                + " one.")),
                        new Answer.Failed<>(
                                Problem.of(
                                        Problem.Kind.NOT_SUPPORTED,
                                        "\"foreign\" is no question for a provider.",
                                        ""))),
                answers);
    }
}
