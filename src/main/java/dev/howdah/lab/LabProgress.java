package dev.howdah.lab;

import dev.howdah.core.Texts;

/**
 * How far opening the lab has come.
 *
 * @param fraction of all that there is to do in this step, 0 to 1
 */
public record LabProgress(Step step, double fraction) {
    private static final Texts TEXTS = Texts.of(LabProgress.class);

    /** The steps in their order; a lab that was opened before goes through them in an instant. */
    public enum Step {
        UNPACKING("progress.unpacking", 0, 0.35),
        CREATING("progress.creating", 0.35, 0.5),
        STARTING("progress.starting", 0.5, 0.55),
        FILLING("progress.filling", 0.55, 0.9),
        BACKING_UP("progress.backingUp", 0.9, 1),
        READY("progress.ready", 1, 1);

        private final String key;
        private final double begin;
        private final double end;

        Step(String key, double begin, double end) {
            this.key = key;
            this.begin = begin;
            this.end = end;
        }
    }

    /** What is being done, for the person who waits. */
    public String sentence() {
        return TEXTS.text(step.key);
    }

    /** The share of the whole, 0 to 1; it never goes back. */
    public double overall() {
        return step.begin + (step.end - step.begin) * fraction;
    }
}
