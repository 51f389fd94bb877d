package dev.howdah.core.change;

import java.util.List;

/**
 * What a change did, as measured afterwards.
 *
 * @param sentence the effect in one sentence: "3 of 3 sessions ended, 5 waiters are free."
 * @param rows one line for each thing acted on; may be empty
 */
public record ChangeOutcome(Status status, String sentence, List<String> rows) {

    public ChangeOutcome {
        rows = List.copyOf(rows);
    }

    /** How much of the change took effect. */
    public enum Status {
        DONE,
        PARTLY,
        FAILED,
        /** The link broke while the server decided; the truth has to be read back. */
        UNKNOWN
    }

    public static ChangeOutcome done(String sentence) {
        return new ChangeOutcome(Status.DONE, sentence, List.of());
    }
}
