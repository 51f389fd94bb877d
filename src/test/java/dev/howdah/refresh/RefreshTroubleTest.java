package dev.howdah.refresh;

import static dev.howdah.refresh.SomeSource.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.Reading;
import dev.howdah.core.Reading.Fresh;
import dev.howdah.core.Reading.Stale;
import dev.howdah.core.Reading.Unavailable;
import dev.howdah.core.Reading.Waiting;
import dev.howdah.core.Source;
import dev.howdah.refresh.SomeSource.Named;
import dev.howdah.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a server or a question is in trouble, the loop says so and asks less often. */
class RefreshTroubleTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Problem SLOW = Problem.of(Kind.TIMED_OUT, "It took too long.", "");
    private static final Problem GONE = Problem.of(Kind.UNREACHABLE, "It is gone.", "");

    private final SomeSource source = new SomeSource();
    private final List<Reading<String>> shown = new ArrayList<>();
    private final RefreshLoop loop = new RefreshLoop("test", source, Runnable::run, source);

    @Test
    void keepsTheLastGoodContentWhenAnAttemptFails() {
        show("a", PAUSE);
        loop.attempt();
        source.failing.put("a", SLOW);
        later(PAUSE);
        source.failing.clear();
        later(Duration.ofSeconds(5));

        assertEquals(
                List.of(
                        new Waiting<>(),
                        new Fresh<>("a 1", NOON),
                        new Stale<>("a 1", NOON, SLOW),
                        new Fresh<>("a 3", NOON.plusSeconds(7))),
                shown);
    }

    @Test
    void saysUnavailableWhenNothingWasEverRead() {
        source.failing.put("a", SLOW);
        show("a", PAUSE);
        loop.attempt();

        assertEquals(List.of(new Waiting<>(), new Unavailable<>(SLOW)), shown);
    }

    @Test
    void aQuestionInTroubleIsAskedAloneAndLessAndLessOften() {
        show("good", PAUSE);
        show("bad", PAUSE);
        source.failing.put("bad", SLOW);
        loop.attempt();

        assertEquals(List.of(5L, 10L, 20L, 60L, 60L), secondsBetweenAttemptsAt("bad", 5));
        assertEquals(List.of(List.of("good", "bad")), source.asked.subList(0, 1));
        assertEquals(
                List.of(),
                source.asked.subList(1, source.asked.size()).stream()
                        .filter(together -> together.size() > 1)
                        .toList());
    }

    @Test
    void anUnreachableServerIsTriedOftenEnoughToSeeItReturnSoon() {
        show("a", PAUSE);
        source.failing.put("a", GONE);
        loop.attempt();

        assertEquals(List.of(2L, 4L, 6L, 8L, 10L, 10L), secondsBetweenAttemptsAt("a", 6));
    }

    @Test
    void aServerWithoutFreeSlotsIsTriedEveryTenSeconds() {
        show("a", PAUSE);
        source.failing.put("a", Problem.of(Kind.TOO_MANY_CONNECTIONS, "It is full.", ""));
        loop.attempt();

        assertEquals(List.of(10L, 10L, 10L), secondsBetweenAttemptsAt("a", 3));
    }

    @Test
    void afterOneSuccessAQuestionTravelsWithTheOthersAgain() {
        show("good", PAUSE);
        show("bad", PAUSE);
        source.failing.put("bad", SLOW);
        loop.attempt();
        source.failing.clear();
        secondsBetweenAttemptsAt("bad", 1);
        source.asked.clear();

        later(PAUSE);
        later(PAUSE);

        assertEquals(List.of("good", "bad"), source.asked.getLast());
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PERMITTED", "NOT_SUPPORTED", "LOGIN_REFUSED"})
    void aRefusalEndsTheAskingUntilSomebodyWantsItAgain(Kind refusal) {
        Subscription panel = show("a", PAUSE);
        source.failing.put("a", Problem.of(refusal, "No.", ""));
        loop.attempt();
        later(Duration.ofDays(1));
        panel.hidden();
        panel.shown();
        loop.attempt();
        assertEquals(1, source.asked.size());

        panel.askNow();
        loop.attempt();
        assertEquals(2, source.asked.size());
    }

    @Test
    void aDefectOfTheSourceDoesNotEndTheLoop() {
        AtomicInteger count = new AtomicInteger();
        Source defective =
                _ -> {
                    count.incrementAndGet();
                    throw new IllegalStateException("a defect");
                };
        List<Reading<String>> readings = new ArrayList<>();
        try (RefreshLoop own =
                new RefreshLoop("own", defective, Runnable::run, Clock.systemUTC())) {
            own.start();
            Subscription panel = own.subscribe(new Named("a"), PAUSE, readings::add);
            panel.shown();
            Await.until("one attempt", () -> count.get() >= 1);
            panel.askNow();
            Await.until("another", () -> count.get() >= 2);
        }
        assertEquals(
                Kind.FAILED,
                assertInstanceOf(Unavailable.class, readings.getLast()).reason().kind());
    }

    private Subscription show(String name, Duration pause) {
        Subscription panel = loop.subscribe(new Named(name), pause, shown::add);
        panel.shown();
        return panel;
    }

    private void later(Duration time) {
        source.pass(time);
        loop.attempt();
    }

    /** Lets time pass second by second. */
    private List<Long> secondsBetweenAttemptsAt(String name, int count) {
        List<Long> pauses = new ArrayList<>();
        for (long seconds = 1; pauses.size() < count; seconds++) {
            int before = source.asked.size();
            later(Duration.ofSeconds(1));
            if (source.asked.subList(before, source.asked.size()).stream()
                    .anyMatch(together -> together.contains(name))) {
                pauses.add(seconds);
                seconds = 0;
            }
        }
        return pauses;
    }
}
