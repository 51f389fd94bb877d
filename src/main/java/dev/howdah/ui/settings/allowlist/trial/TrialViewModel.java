package dev.howdah.ui.settings.allowlist.trial;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.GoingBack;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialWords;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a person sees of a change on trial, and can do about it. */
public final class TrialViewModel {
    private static final Texts TEXTS = Texts.of(TrialViewModel.class);

    private final LockOutGuard guard;
    private final ReadOnlyObjectWrapper<Optional<Face>> face =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<TrialState> dismissed = Optional.empty();

    /**
     * What is shown.
     *
     * @param detail why, or what is in the way; may be empty
     * @param left how long it waits yet, in words; empty when it does not wait
     * @param leftShare of the whole time, 1 to 0
     * @param waits whether it can be kept or taken back
     * @param provenNow whether it may be kept
     * @param goesBack whether another attempt can be made at once
     * @param isOver whether it can be dismissed
     */
    record Face(
            Level level,
            String sentence,
            String detail,
            String left,
            double leftShare,
            boolean waits,
            boolean provenNow,
            boolean goesBack,
            boolean isOver) {}

    public TrialViewModel(LockOutGuard guard) {
        this.guard = guard;
    }

    public void show(TrialState state) {
        boolean isDismissed = dismissed.filter(state::equals).isPresent();
        face.set(isDismissed ? Optional.empty() : face(state));
    }

    private static Optional<Face> face(TrialState state) {
        String sentence = TrialWords.sentence(state);
        return switch (state) {
            case TrialState.Idle _ -> Optional.empty();
            case TrialState.Sending _, TrialState.Elsewhere _ ->
                    Optional.of(plain(Level.INFO, sentence, ""));
            case OnTrial on -> Optional.of(waiting(on, sentence));
            case GoingBack back ->
                    Optional.of(
                            new Face(
                                    back.attempts() == 0 ? Level.INFO : Level.DANGER,
                                    sentence,
                                    back.trouble()
                                            .map(Problem::sentence)
                                            .orElse(TrialWords.why(back.cause())),
                                    "",
                                    0,
                                    false,
                                    false,
                                    back.attempts() > 0,
                                    false));
            case TrialState.Ended ended ->
                    Optional.of(
                            new Face(
                                    ended.end() == TrialState.End.KEPT ? Level.GOOD : Level.INFO,
                                    sentence,
                                    ended.cause().map(TrialWords::why).orElse(""),
                                    "",
                                    0,
                                    false,
                                    false,
                                    false,
                                    true));
        };
    }

    private static Face plain(Level level, String sentence, String detail) {
        return new Face(level, sentence, detail, "", 0, false, false, false, false);
    }

    private static Face waiting(OnTrial on, String sentence) {
        boolean failing = on.proof().filter(last -> !last.worked()).isPresent();
        Duration whole = Duration.between(on.trial().sentAt(), on.trial().deadline());
        double share =
                whole.isZero() ? 0 : (double) on.left().toMillis() / Math.max(1, whole.toMillis());
        return new Face(
                on.isProven() ? Level.GOOD : failing ? Level.WARNING : Level.INFO,
                sentence,
                on.trouble()
                        .map(problem -> problem.sentence() + " " + problem.remedy())
                        .orElse(on.isProven() ? TEXTS.text("trial.question") : ""),
                TrialWords.left(on),
                Math.clamp(share, 0.0, 1.0),
                true,
                on.isProven(),
                false,
                false);
    }

    /** Empty when there is nothing to tell. */
    ReadOnlyObjectProperty<Optional<Face>> face() {
        return face.getReadOnlyProperty();
    }

    void keep() {
        guard.keep();
    }

    void takeBack() {
        guard.takeBack();
    }

    /** The end was seen. */
    void dismiss() {
        dismissed = Optional.of(guard.news().state());
        show(guard.news().state());
    }
}
