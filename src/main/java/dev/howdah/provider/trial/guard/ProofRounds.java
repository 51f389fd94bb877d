package dev.howdah.provider.trial.guard;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialState.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Logs in anew every few seconds while something is on trial, one attempt at a time. */
final class ProofRounds {
    /** From the start of one attempt to the next; each is a login in the server's log. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** While an attempt can only show that we are shut out already. */
    static final Duration SETTLING_PAUSE = Duration.ofSeconds(20);

    private static final Texts TEXTS = Texts.of(ProofRounds.class);

    private final FreshLogin login;
    private final Executor background;
    private final AtomicBoolean underWay = new AtomicBoolean();

    ProofRounds(FreshLogin login, Executor background) {
        this.login = login;
        this.background = background;
    }

    /** Whether the next attempt should begin. */
    boolean isDue(OnTrial on, Instant now) {
        boolean settles = now.isBefore(on.trial().provableFrom());
        boolean isProvable =
                on.proof().isPresent()
                        && !settles
                        && on.proof().get().at().isBefore(on.trial().provableFrom());
        Duration pause = settles ? SETTLING_PAUSE : PAUSE;
        return !underWay.get()
                && (isProvable
                        || on.proof()
                                .map(last -> !last.at().plus(pause).isAfter(now))
                                .orElse(true));
    }

    /** Tries when it is time; {@code told} hears of the result on the thread that tried. */
    void go(OnTrial on, Consumer<Proof> told) {
        if (isDue(on, on.now()) && underWay.compareAndSet(false, true)) {
            background.execute(() -> told.accept(new Proof(on.now(), failure())));
        }
    }

    private Optional<Problem> failure() {
        try {
            login.once();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        } catch (RuntimeException e) {
            return Optional.of(
                    Problem.of(
                                    Problem.Kind.FAILED,
                                    TEXTS.text("proof.defect"),
                                    TEXTS.text("proof.defect.remedy"))
                            .withDetail(e.toString()));
        } finally {
            underWay.set(false);
        }
    }
}
