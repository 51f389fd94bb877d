package dev.howdah.refresh;

import static dev.howdah.refresh.SomeSource.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.core.Reading.Fresh;
import dev.howdah.core.Reading.Waiting;
import dev.howdah.core.Source;
import dev.howdah.refresh.SomeSource.Named;
import dev.howdah.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The loop asks what is seen, together, and after a pause. */
class RefreshLoopTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SomeSource source = new SomeSource();
    private final List<Reading<String>> shown = new ArrayList<>();
    private final RefreshLoop loop = new RefreshLoop("test", source, Runnable::run, source);

    @Test
    void asksNothingForAPanelThatIsHidden() {
        Subscription panel = loop.subscribe(new Named("a"), PAUSE, shown::add);

        loop.attempt();
        panel.shown();
        loop.attempt();
        panel.hidden();
        later(Duration.ofHours(1));

        assertEquals(List.of(List.of("a")), source.asked);
        assertEquals(List.of(new Waiting<>(), new Fresh<>("a 1", NOON)), shown);
    }

    @Test
    void aPanelThatComesBackSoonShowsWhatIsKnownAndAsksWhenItIsDue() {
        Subscription panel = show("a", PAUSE);
        loop.attempt();
        panel.hidden();
        later(Duration.ofSeconds(1));

        panel.shown();
        loop.attempt();
        assertEquals(1, source.asked.size());

        later(Duration.ofSeconds(1));
        assertEquals(2, source.asked.size());
    }

    @Test
    void thePauseBeginsWhenAnAnswerHasCome() {
        show("a", PAUSE);
        source.takes = Duration.ofSeconds(5);
        loop.attempt();

        later(Duration.ofMillis(1_300));
        assertEquals(1, source.asked.size());
        later(Duration.ofMillis(700));
        assertEquals(2, source.asked.size());
    }

    @Test
    void whatIsDueAtAboutTheSameTimeTravelsTogether() {
        show("a", PAUSE);
        loop.attempt();
        later(Duration.ofMillis(500));
        show("b", PAUSE);
        loop.attempt();
        source.asked.clear();

        later(Duration.ofMillis(1_500));
        later(PAUSE);

        assertEquals(List.of(List.of("a", "b"), List.of("a", "b")), source.asked);
    }

    @Test
    void aRareQuestionDoesNotTravelWithEachFrequentOne() {
        show("often", PAUSE);
        show("rarely", Duration.ofMinutes(5));
        loop.attempt();
        for (int i = 0; i < 3; i++) {
            later(PAUSE);
        }

        assertEquals(
                List.of(
                        List.of("often", "rarely"),
                        List.of("often"),
                        List.of("often"),
                        List.of("often")),
                source.asked);
    }

    @Test
    void anEqualQuestionIsAskedOnceForEverybodyAtTheShortestPause() {
        List<Reading<String>> other = new ArrayList<>();
        show("a", Duration.ofMinutes(1));
        loop.subscribe(new Named("a"), PAUSE, other::add).shown();
        loop.attempt();
        later(PAUSE);

        assertEquals(List.of(List.of("a"), List.of("a")), source.asked);
        assertEquals(shown, other);
    }

    @Test
    void whatIsWantedNowIsAskedBeforeItsTime() {
        Subscription panel = show("a", Duration.ofMinutes(5));
        loop.attempt();
        panel.askNow();
        loop.attempt();
        loop.askAllNow();
        loop.attempt();
        loop.attempt();

        assertEquals(3, source.asked.size());
    }

    @Test
    void whatIsWantedDuringAnAttemptIsAskedOnceMoreAfterIt() {
        Subscription panel = show("a", Duration.ofMinutes(5));
        source.meanwhile =
                () -> {
                    source.meanwhile = () -> {};
                    panel.askNow();
                };
        loop.attempt();
        loop.attempt();
        loop.attempt();

        assertEquals(2, source.asked.size());
    }

    @Test
    void aPausedLoopAsksOnlyWhatSomebodyWantsNow() {
        Subscription panel = show("a", PAUSE);
        show("b", PAUSE);
        loop.attempt();
        loop.pause();
        later(Duration.ofHours(1));
        assertEquals(1, source.asked.size());

        panel.askNow();
        loop.attempt();
        assertEquals(List.of("a"), source.asked.getLast());

        loop.resume();
        later(PAUSE);
        assertEquals(List.of("a", "b"), source.asked.getLast());
    }

    @Test
    void aSlowScreenGetsOnlyTheNewestReading() {
        Queue<Runnable> screen = new ArrayDeque<>();
        RefreshLoop slow = new RefreshLoop("slow", source, screen::add, source);
        slow.subscribe(new Named("a"), PAUSE, shown::add).shown();
        for (int i = 0; i < 100; i++) {
            slow.attempt();
            source.pass(PAUSE);
        }

        assertEquals(1, screen.size());
        screen.remove().run();

        assertEquals(List.of(new Fresh<>("a 100", NOON.plusSeconds(198))), shown);
    }

    @Test
    void aClosedSubscriptionIsNeitherToldNorAskedFor() {
        Subscription panel = show("a", PAUSE);
        source.meanwhile = panel::close;
        loop.attempt();
        later(Duration.ofHours(1));

        assertEquals(List.of(List.of("a")), source.asked);
        assertEquals(List.of(new Waiting<>()), shown);
    }

    @Test
    void aLoopThatWasClosedDuringAnAttemptShowsNothingMore() {
        show("a", PAUSE);
        source.meanwhile = loop::close;
        loop.attempt();
        later(PAUSE);

        assertEquals(List.of(List.of("a")), source.asked);
        assertEquals(List.of(new Waiting<>()), shown);
    }

    @Test
    void theThreadOfTheLoopDoesAllThisByItselfAndNeverTwoAtATime() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger count = new AtomicInteger();
        Source counting =
                questions -> {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    count.incrementAndGet();
                    inFlight.decrementAndGet();
                    return new SomeSource().ask(questions);
                };
        try (RefreshLoop own = new RefreshLoop("own", counting, Runnable::run, Clock.systemUTC())) {
            own.start();
            Subscription panel = own.subscribe(new Named("a"), Duration.ofMillis(5), reading -> {});
            panel.shown();
            for (int i = 0; i < 50; i++) {
                panel.askNow();
            }
            Await.until("20 attempts", () -> count.get() >= 20);
        }
        assertEquals(1, most.get());
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
}
