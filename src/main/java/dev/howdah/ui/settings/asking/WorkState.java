package dev.howdah.ui.settings.asking;

import java.util.List;

/**
 * What is shown of one operation of the provider.
 *
 * @param outcome how it stands or ended
 * @param progress 0 to 1; less than 0 when the provider does not tell
 * @param time for how long it has been going on, or when it ended
 * @param steps empty when the provider tells none
 */
public record WorkState(
        String title,
        Outcome outcome,
        double progress,
        String time,
        String sentence,
        List<Step> steps) {

    public WorkState {
        steps = List.copyOf(steps);
    }

    /** How it stands or ended; names a text, too. */
    public enum Outcome {
        RUNNING,
        UNSURE,
        DONE,
        PARTLY,
        FAILED,
        ABANDONED;

        boolean isUnderWay() {
            return this == RUNNING || this == UNSURE;
        }
    }

    /** One of several steps. */
    public record Step(String name, Mark mark) {}

    /** How far a step is. */
    public enum Mark {
        AHEAD,
        NOW,
        DONE,
        FAILED
    }
}
