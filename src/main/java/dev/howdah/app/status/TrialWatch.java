package dev.howdah.app.status;

import dev.howdah.app.status.StatusViewModel.Pressing;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialWords;
import dev.howdah.provider.trial.folder.TrialFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the status line of every change on trial, whichever server is in front, and of those
 * that an earlier start left behind. JavaFX thread.
 */
public final class TrialWatch {
    private static final Texts TEXTS = Texts.of(TrialWatch.class);
    private static final Logger LOG = LoggerFactory.getLogger(TrialWatch.class);

    private final TrialFolder folder;
    private final StatusViewModel status;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** What is said of one service. */
    private record Line(String server, String sentence, Optional<Runnable> show) {}

    public TrialWatch(TrialFolder folder, StatusViewModel status) {
        this.folder = folder;
        this.status = status;
    }

    /** Looks for what an earlier start left; from any thread. */
    public void begin(Executor background, Executor uiThread) {
        background.execute(() -> {
            try {
                List<Trial> left = folder.unfinished();
                uiThread.execute(() -> left.forEach(this::left));
            } catch (ProblemException e) {
                LOG.warn("What is on trial can't be looked for", e);
            }
        });
    }

    private void left(Trial trial) {
        lines.putIfAbsent(
                trial.service(),
                new Line(trial.target().server(), TrialWords.leftBehind(trial), Optional.empty()));
        refresh();
    }

    /**
     * The trial of a service stands like this.
     *
     * @param show brings its panel to the front
     */
    public void heard(String service, TrialState state, Runnable show) {
        switch (state) {
            case OnTrial on -> put(service, on.trial(), TrialWords.left(on), show);
            case TrialState.GoingBack back ->
                    put(service, back.trial(), TrialWords.sentence(back), show);
            case TrialState.Ended _, TrialState.Elsewhere _ -> lines.remove(service);
            case TrialState.Idle _, TrialState.Sending _ -> {
                // what an earlier start left is still to be looked at
            }
        }
        refresh();
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
