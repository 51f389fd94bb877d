package dev.howdah.provider.trial;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.Switch;
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
            case TrialState.Sending(Trial trial) -> text("state.sending", trial);
            case OnTrial on -> proof(on);
            case TrialState.GoingBack back ->
                    back.attempts() == 0
                            ? text("state.goingBack", back.trial())
                            : text("state.goingBackAgain", back.trial(), back.attempts());
            case TrialState.Ended ended -> text("state." + ended.end(), ended.trial());
            case TrialState.Elsewhere(Trial trial) -> text("state.elsewhere", trial);
        };
    }

    private static String proof(OnTrial on) {
        if (on.isProven()) {
            return text("state.proven", on.trial());
        }
        Optional<Problem> failure = on.proof().flatMap(Proof::failure);
        if (failure.isPresent()) {
            return text("state.unproven", on.trial(), failure.get().sentence());
        }
        return on.settlesIn().isZero()
                ? text("state.proving", on.trial())
                : text("state.settling", on.trial(), seconds(on.settlesIn()));
    }

    /** How long it waits yet: "52 s, then the old allowlist comes back." */
    public static String left(OnTrial on) {
        return text("state.left", on.trial(), seconds(on.left()));
    }

    /** Of one whose time is over, or that a console has left behind that died. */
    public static String leftBehind(Trial trial) {
        return text("state.leftBehind", trial);
    }

    /**
     * @param detail the sentence's argument 0; a switch's name and sides come after it
     */
    private static String text(String key, Trial trial, Object... detail) {
        Object first = detail.length == 0 ? "" : detail[0];
        return switch (trial.tried()) {
            case TriedList _ -> TEXTS.text(key + ".list", first);
            case TriedSwitch(Switch what, boolean on) ->
                    TEXTS.text(
                            key + ".switch",
                            first,
                            TEXTS.text("switch." + what),
                            TEXTS.text("switch.inner." + what),
                            TEXTS.text(on ? "side.on" : "side.off"),
                            TEXTS.text(on ? "side.off" : "side.on"));
        };
    }

    /** Why it goes back, or went. */
    public static String why(TrialState.Cause cause) {
        return TEXTS.text("cause." + cause);
    }

    /** Whole seconds, the begun one counted, so that it never says 0 s too early. */
    private static String seconds(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds < 10 ? seconds + " s" : Quantities.duration(Duration.ofSeconds(seconds));
    }
}
