package dev.howdah.app.status;

import dev.howdah.app.status.StatusViewModel.Pressing;
import dev.howdah.core.Texts;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells in the status line of every change on trial, whichever server is in front, and of those
 * that an earlier start left behind. JavaFX thread.
 */
public final class TrialWatch {
    private static final Texts TEXTS = Texts.of(TrialWatch.class);

    private final StatusViewModel status;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** What is said of one service. */
    private record Line(String server, String sentence, Optional<Runnable> show) {}

    public TrialWatch(StatusViewModel status) {
        this.status = status;
    }

    /**
     * An earlier start has left this, and nobody does anything about it yet.
     *
     * @param next what is to come, or why nothing is; a full sentence
     */
    public void left(Trial trial, String next) {
        String sentence = TEXTS.text("trial.left", TrialWords.leftBehind(trial), next);
        lines.putIfAbsent(
                trial.service(), new Line(trial.target().server(), sentence, Optional.empty()));
        refresh();
    }

    /** As {@link #left}, with the newest about it. */
    public void stillLeft(Trial trial, String next) {
        lines.remove(trial.service());
        left(trial, next);
    }

    /**
     * The trial of a service stands like this.
     *
     * @param show brings its panel to the front
     */
    public void heard(String service, TrialState state, Runnable show) {
        switch (state) {
            case OnTrial on -> put(service, on.trial(), TrialWords.left(on), show);
            case TrialState.GoingBack back -> put(service, back.trial(), sentence(back), show);
            case TrialState.Ended _, TrialState.Elsewhere _ -> lines.remove(service);
            case TrialState.Idle _, TrialState.Sending _ -> {
                // what an earlier start left is still to be looked at
            }
        }
        refresh();
    }

    /** With the reason and its remedy, for nobody may have the panel open that tells them. */
    private static String sentence(TrialState.GoingBack back) {
        return back.trouble()
                .map(why ->
                        TEXTS.text(
                                "trial.trouble",
                                TrialWords.leftBehind(back.trial()),
                                why.sentence(),
                                why.remedy()))
                .orElseGet(() -> TrialWords.sentence(back));
    }

    private void put(String service, Trial trial, String sentence, Runnable show) {
        lines.put(service, new Line(trial.target().server(), sentence, Optional.of(show)));
    }

    private void refresh() {
        status.press(
                lines.values().stream()
                        .findFirst()
                        .map(line ->
                                new Pressing(
                                        TEXTS.text(
                                                "trial.pressing",
                                                line.server(),
                                                line.sentence(),
                                                lines.size() - 1),
                                        line.show())));
    }
}
