package dev.howdah.refresh;

import dev.howdah.core.Answer;
import dev.howdah.core.Question;
import dev.howdah.core.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question of a loop with everybody who watches it. Guarded by the loop's lock. */
final class Polled<T> {
    final Question<T> question;
    final List<Watcher<T>> watchers = new ArrayList<>();
    Reading<T> reading = Reading.waiting();

    /** Failed attempts since the last success. */
    int failures;

    private Instant due = Instant.MIN;
    private boolean refused;

    /** Somebody wants it now, whatever else says no; stays set when that happens in flight. */
    private boolean wantedNow;

    Polled(Question<T> question) {
        this.question = question;
    }

    /** The moment of the next attempt; null while nobody looks or asking is pointless. */
    @Nullable Instant nextAttempt(boolean loopIsPaused) {
        if (pause() == null) {
            return null;
        }
        if (wantedNow) {
            return Instant.MIN;
        }
        return refused || loopIsPaused ? null : due;
    }

    boolean isDue(Instant now, boolean loopIsPaused) {
        Instant next = nextAttempt(loopIsPaused);
        return next != null && !next.isAfter(now);
    }

    /** Due within a share of its own pause; a question in trouble waits for its full time. */
    boolean isAlmostDue(Instant now, double share, boolean loopIsPaused) {
        Duration pause = pause();
        if (pause == null || failures > 0) {
            return isDue(now, loopIsPaused);
        }
        return isDue(now.plusMillis((long) (pause.toMillis() * share)), loopIsPaused);
    }

    void askNow() {
        wantedNow = true;
    }

    /** The attempt begins; who wants it now from here on wants another one. */
    void begin() {
        wantedNow = false;
    }

    /** A panel has come onto the screen: an answer younger than its pause is good enough. */
    void wanted(Duration pause) {
        Instant soonest =
                reading instanceof Reading.Fresh<T>(T _, Instant takenAt)
                        ? takenAt.plus(pause)
                        : Instant.MIN;
        if (failures == 0 && soonest.isBefore(due)) {
            due = soonest;
        }
    }

    /** The shortest pause among those who look; null when nobody does. */
    private @Nullable Duration pause() {
        return watchers.stream()
                .filter(watcher -> watcher.looks)
                .map(watcher -> watcher.pause)
                .min(Duration::compareTo)
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    void take(Answer<?> answer, Instant now) {
        Duration pause = pause();
        Duration usual = pause == null ? Duration.ofSeconds(2) : pause;
        Answer<T> mine = (Answer<T>) answer;
        switch (mine) {
            case Answer.Got<T> _ -> {
                failures = 0;
                refused = false;
                due = now.plus(usual);
            }
            case Answer.Failed<T> failed -> {
                failures++;
                refused = failed.reason().kind().stopsAsking();
                due = now.plus(failed.reason().kind().backOff(failures, usual));
            }
        }
        reading = reading.after(mine);
        watchers.forEach(watcher -> watcher.publish(reading));
    }
}
