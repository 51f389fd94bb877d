package dev.howdah.provider;

import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.OperationLog;
import dev.howdah.provider.plan.PlanOffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A service to play on, with the truth about it, for {@link ProviderContract}. */
public interface ProviderStage extends AutoCloseable {

    /** The adapter as after a start of the console: it remembers nothing but what is in the log. */
    Provider provider(OperationLog log);

    /** The clock that the adapter goes by. */
    Clock clock();

    /** Lets time pass, for the adapter and for the provider. */
    void pass(Duration duration);

    /** Requests that could have changed something, counted where they arrive. */
    int writes();

    /** How often this has taken effect at the provider. */
    int effects(Act act);

    /** The ranges that the provider lets in now. */
    List<String> allowed();

    /** Whether requests and replies can be lost; false for a provider in this process. */
    default boolean isFarAway() {
        return true;
    }

    /** The plan to go to, of those that may be chosen. */
    default PlanOffer chosen(List<PlanOffer> offers) {
        return offers.getLast();
    }

    /** How many schedules of faults are played in every run. */
    default int schedules() {
        return 80;
    }

    /** How many are played when there is time. */
    default int longSchedules() {
        return 5_000;
    }

    /** The next write is done, and its reply lost. */
    void loseNextReply();

    /** The next write never arrives, and the connection breaks. */
    void loseNextRequest();

    /** From now on everything goes wrong that can, by chance; the same for the same seed. */
    void storm(long seed);

    void calm();

    @Override
    void close();

    /** A moment to which one can go back. */
    default Instant recoverable() {
        return clock().instant().minus(Duration.ofHours(3));
    }
}
