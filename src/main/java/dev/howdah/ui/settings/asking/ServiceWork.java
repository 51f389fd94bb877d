package dev.howdah.ui.settings.asking;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.ui.Moments;
import dev.howdah.ui.settings.asking.WorkState.Mark;
import dev.howdah.ui.settings.asking.WorkState.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the provider is doing to a service, for a panel that asks it to: the newest operation of the
 * panel's kinds while it goes on and for an hour afterwards.
 */
public final class ServiceWork {
    private static final Texts TEXTS = Texts.of(ServiceWork.class);

    /** After that it is history, which the journal and the provider's events tell. */
    private static final Duration NEWS = Duration.ofHours(1);

    private final Set<Operation.Act> acts;
    private final Clock clock;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<Optional<WorkState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Set<UUID> endedBefore = Set.of();
    private boolean seen;

    /**
     * @param ended called when one more is seen to have ended, also when it was begun elsewhere:
     *     what was read before is no longer true
     */
    ServiceWork(Set<Operation.Act> acts, Clock clock, Runnable ended) {
        this.acts = Set.copyOf(acts);
        this.clock = clock;
        this.ended = ended;
    }

    void show(Reading<List<Operation>> reading) {
        reading.content().ifPresent(this::take);
    }

    private void take(List<Operation> all) {
        Instant now = clock.instant();
        List<Operation> ours = all.stream().filter(each -> acts.contains(each.act())).toList();
        state.set(
                ours.stream()
                        .filter(each -> isNews(each, now))
                        .findFirst()
                        .map(each -> stateOf(each, now)));
        Set<UUID> endedNow =
                ours.stream()
                        .filter(each -> each.state().ended())
                        .map(Operation::id)
                        .collect(Collectors.toSet());
        boolean anyNew = seen && !endedBefore.containsAll(endedNow);
        seen = true;
        endedBefore = endedNow;
        if (anyNew) {
            ended.run();
        }
    }

    private static boolean isNews(Operation operation, Instant now) {
        return operation.endedAt().map(at -> at.plus(NEWS).isAfter(now)).orElse(true);
    }

    private static WorkState stateOf(Operation operation, Instant now) {
        OptionalInt pct = operation.progressPct();
        return new WorkState(
                operation.title(),
                outcome(operation.state()),
                pct.isPresent() ? pct.getAsInt() / 100.0 : -1,
                time(operation, pct, now),
                operation.sentence(),
                operation.steps().stream()
                        .map(step -> new WorkState.Step(step.name(), mark(step.progress())))
                        .toList());
    }

    private static String time(Operation operation, OptionalInt pct, Instant now) {
        if (operation.endedAt().isPresent()) {
            Instant end = operation.endedAt().get();
            return TEXTS.text(
                    "work.ended",
                    Quantities.duration(Duration.between(operation.askedAt(), end)),
                    Moments.begun(end, now, ZoneId.systemDefault()));
        }
        String elapsed = Quantities.duration(Duration.between(operation.askedAt(), now));
        return pct.isPresent()
                ? TEXTS.text("work.progress", pct.getAsInt(), elapsed)
                : TEXTS.text("work.elapsed", elapsed);
    }

    private static Outcome outcome(Operation.State state) {
        return switch (state) {
            case SUBMITTING, RUNNING -> Outcome.RUNNING;
            case UNSURE -> Outcome.UNSURE;
            case DONE -> Outcome.DONE;
            case PARTLY -> Outcome.PARTLY;
            case FAILED -> Outcome.FAILED;
            case ABANDONED -> Outcome.ABANDONED;
        };
    }

    private static Mark mark(Operation.Step.Progress progress) {
        return switch (progress) {
            case AHEAD -> Mark.AHEAD;
            case UNDER_WAY -> Mark.NOW;
            case DONE -> Mark.DONE;
            case FAILED -> Mark.FAILED;
        };
    }

    /** Empty when nothing goes on and nothing has ended lately. */
    public ReadOnlyObjectProperty<Optional<WorkState>> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether something goes on that forbids to begin more of it. */
    boolean isUnderWay() {
        return state.get().map(each -> each.outcome().isUnderWay()).orElse(false);
    }
}
