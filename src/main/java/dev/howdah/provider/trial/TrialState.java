package dev.howdah.provider.trial;

import dev.howdah.core.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the trial of a service stands. */
public sealed interface TrialState {

    /** There is none. */
    record Idle() implements TrialState {}

    /** The change is being sent; what came of it is not known yet. */
    record Sending(Trial trial) implements TrialState {}

    /**
     * The change holds, or is about to, and waits to be kept.
     *
     * @param now by this desktop's clock
     * @param proof the newest attempt to log in anew; empty before the first has ended
     * @param inEffect whether the provider is known to have the whole change in effect
     * @param trouble why it could not be kept when that was asked for
     */
    record OnTrial(
            Trial trial,
            Instant now,
            Optional<Proof> proof,
            boolean inEffect,
            Optional<Problem> trouble)
            implements TrialState {

        /** Until it goes back; zero when it is due. */
        public Duration left() {
            Duration left = Duration.between(now, trial.deadline());
            return left.isNegative() ? Duration.ZERO : left;
        }

        /** Until a connection proves something; zero from then on. */
        public Duration settlesIn() {
            Duration left = Duration.between(now, trial.provableFrom());
            return left.isNegative() ? Duration.ZERO : left;
        }

        public OnTrial with(Optional<Proof> newest, Optional<Problem> newTrouble) {
            return new OnTrial(trial, now, newest, inEffect, newTrouble);
        }

        /** Whether a new connection has worked under it. */
        public boolean isProven() {
            return inEffect
                    && proof.filter(Proof::worked)
                            .filter(last -> !last.at().isBefore(trial.provableFrom()))
                            .isPresent();
        }
    }

    /**
     * What was before goes back; that is tried until it has worked.
     *
     * @param attempts that failed so far
     * @param trouble why the last one failed
     * @param nextAt when the next attempt is made
     */
    record GoingBack(
            Trial trial, Cause cause, int attempts, Optional<Problem> trouble, Instant nextAt)
            implements TrialState {

        /** For ever, at first soon and then every half minute: somebody may be shut out. */
        public GoingBack failed(Problem why, Instant now) {
            Duration pause = Duration.ofSeconds(Math.min(30, 2L << Math.min(attempts, 5)));
            return new GoingBack(trial, cause, attempts + 1, Optional.of(why), now.plus(pause));
        }
    }

    /**
     * It is over, and all is as the end says.
     *
     * @param cause why it went back; empty when it did not
     */
    record Ended(Trial trial, End end, Optional<Cause> cause, Instant at) implements TrialState {}

    /** Another running console looks after it. */
    record Elsewhere(Trial trial) implements TrialState {}

    /** Whether there is something that people should know of, wherever in the window they are. */
    default boolean isPressing() {
        return switch (this) {
            case OnTrial _, GoingBack _ -> true;
            case Idle _, Sending _, Ended _, Elsewhere _ -> false;
        };
    }

    /** Whether nothing else of the service can be put on trial. */
    default boolean isUnderWay() {
        return switch (this) {
            case Idle _, Ended _ -> false;
            case Sending _, OnTrial _, GoingBack _, Elsewhere _ -> true;
        };
    }

    /**
     * An attempt to log in.
     *
     * @param at when it began
     * @param failure empty when it worked
     */
    record Proof(Instant at, Optional<Problem> failure) {
        public boolean worked() {
            return failure.isEmpty();
        }
    }

    /** Why something goes back. */
    enum Cause {
        /** New connections worked, and nobody kept it in time. */
        NOT_KEPT,
        /** No new connection worked in time. */
        NO_CONNECTION,
        /** Somebody wanted it back. */
        ASKED,
        /** It took effect in part, or nobody knows. */
        NOT_WHOLE,
        /** The console or the server was closed, or died, before it was kept. */
        LEFT
    }

    /** How a trial ended. */
    enum End {
        KEPT,
        WENT_BACK,
        /** The change came to nothing, so nothing had to go back. */
        NEVER_HELD
    }
}
