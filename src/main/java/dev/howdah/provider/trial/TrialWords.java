package dev.howdah.provider.trial;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialState.Proof;
import java.time.Duration;
import java.util.Optional;

/** The sentences in which people are told of a trial. */
public final class TrialWords {
    private static final Texts TEXTS = Texts.of(TrialWords.class);

    private TrialWords() {}

    /** What is going on; empty when nothing is. */
    public static String sentence(TrialState state) {
        return switch (state) {
            case TrialState.Idle _ -> "";
            case TrialState.Sending _ -> TEXTS.text("state.sending");
            case OnTrial on -> proof(on);
            case TrialState.GoingBack back ->
                    back.attempts() == 0
                            ? TEXTS.text("state.goingBack")
                            : TEXTS.text("state.goingBackAgain", back.attempts());
            case TrialState.Ended ended -> TEXTS.text("state." + ended.end());
            case TrialState.Elsewhere _ -> TEXTS.text("state.elsewhere");
        };
    }

    private static String proof(OnTrial on) {
        if (on.isProven()) {
            return TEXTS.text("state.proven");
        }
        Optional<Problem> failure = on.proof().flatMap(Proof::failure);
        if (failure.isPresent()) {
            return TEXTS.text("state.unproven", failure.get().sentence());
        }
        return on.settlesIn().isZero()
                ? TEXTS.text("state.proving")
                : TEXTS.text("state.settling", seconds(on.settlesIn()));
    }

    /** How long it waits yet: "52 s, then the old allowlist comes back." */
    public static String left(OnTrial on) {
        return TEXTS.text("state.left", seconds(on.left()));
    }

    /** Why a list goes back, or went. */
    public static String why(TrialState.Cause cause) {
        return TEXTS.text("cause." + cause);
    }

    /** Whole seconds, the begun one counted, so that it never says 0 s too early. */
    private static String seconds(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds < 10 ? seconds + " s" : Quantities.duration(Duration.ofSeconds(seconds));
    }
}
