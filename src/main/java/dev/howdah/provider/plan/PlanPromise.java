package dev.howdah.provider.plan;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one gets or gives up by going from one plan to another, where both sides are told.
 *
 * @param sentence what will be true afterwards
 */
public record PlanPromise(Kind kind, String sentence) {
    private static final Texts TEXTS = Texts.of(PlanPromise.class);

    /** Which way it goes. */
    public enum Kind {
        LOST,
        GAINED,
        /** The provider does not tell it of one of the two plans. */
        UNKNOWN
    }

    /** Lost ones first. Empty when both plans promise the same. */
    public static List<PlanPromise> between(Plan now, Plan then) {
        List<PlanPromise> all = new ArrayList<>();
        nodes(now.nodes(), then).ifPresent(all::add);
        recoverable(now.recoverable(), then.recoverable()).ifPresent(all::add);
        all.sort((one, other) -> one.kind().compareTo(other.kind()));
        return List.copyOf(all);
    }

    /** What a change takes away, in full sentences, to be warned of by every adapter alike. */
    public static List<String> lost(Plan now, Plan then) {
        return between(now, then).stream()
                .filter(each -> each.kind() == Kind.LOST)
                .map(PlanPromise::sentence)
                .toList();
    }

    private static Optional<PlanPromise> nodes(OptionalInt now, Plan then) {
        if (now.isEmpty() || then.nodes().isEmpty()) {
            return unknown("promise.nodes.untold");
        }
        int before = now.getAsInt();
        int after = then.nodes().getAsInt();
        if (before == after) {
            return Optional.empty();
        }
        if (after == 1) {
            boolean isBare = then.recoverable().filter(Duration::isZero).isPresent();
            return lost(isBare ? "promise.standby.lostBare" : "promise.standby.lost");
        }
        if (before == 1) {
            return gained("promise.standby.gained", after - 1);
        }
        return after > before
                ? gained("promise.standbys.gained", after - 1, before - 1)
                : lost("promise.standbys.lost", after - 1, before - 1);
    }

    private static Optional<PlanPromise> recoverable(
            Optional<Duration> now, Optional<Duration> then) {
        if (now.isEmpty() || then.isEmpty()) {
            return unknown("promise.recoverable.untold");
        }
        Duration before = now.get();
        Duration after = then.get();
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (after.isZero()) {
            return lost("promise.recoverable.none", Quantities.duration(before));
        }
        if (before.isZero()) {
            return gained("promise.recoverable.first", Quantities.duration(after));
        }
        String was = Quantities.duration(before);
        String willBe = Quantities.duration(after);
        return after.compareTo(before) > 0
                ? gained("promise.recoverable.gained", willBe, was)
                : lost("promise.recoverable.lost", willBe, was);
    }

    private static Optional<PlanPromise> lost(String key, Object... arguments) {
        return Optional.of(new PlanPromise(Kind.LOST, TEXTS.text(key, arguments)));
    }

    private static Optional<PlanPromise> gained(String key, Object... arguments) {
        return Optional.of(new PlanPromise(Kind.GAINED, TEXTS.text(key, arguments)));
    }

    private static Optional<PlanPromise> unknown(String key) {
        return Optional.of(new PlanPromise(Kind.UNKNOWN, TEXTS.text(key)));
    }
}
