package dev.howdah.ui.notice;

/**
 * A remark beside facts: what they mean, and what could be done.
 *
 * @param sentence a full sentence with its number
 * @param advice what to do about it; may be empty
 */
public record Notice(Level level, String sentence, String advice) {

    /** How much it matters; shown as icon and colour beside the words. */
    public enum Level {
        GOOD,
        INFO,
        WARNING,
        DANGER
    }

    public static Notice of(Level level, String sentence) {
        return new Notice(level, sentence, "");
    }
}
