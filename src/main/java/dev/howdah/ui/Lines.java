package dev.howdah.ui;

/**
 * Keeps texts from servers at a size that the window can lay out: one line of millions of
 * characters blocks the JavaFX thread for a second.
 */
public final class Lines {
    /** Measured: longer lines make layout slow. */
    public static final int MAX_LINE = 20_000;

    /** More than anybody reads, little enough to lay out. */
    public static final int MAX_TEXT = 200_000;

    /** What a dialog shows of a text before it scrolls. */
    private static final int MOST_ROWS = 18;

    private static final int FEWEST_ROWS = 3;

    /** Measured: characters of a dialog's text area beside each other. */
    private static final int DIALOG_COLUMNS = 78;

    private Lines() {}

    /** The text with too long lines broken and the end cut off when there is too much of it. */
    public static String capped(String text) {
        String head = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "\n…";
        StringBuilder out = new StringBuilder(head.length() + 16);
        int column = 0;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '\0') {
                continue;
            }
            if (column == MAX_LINE && c != '\n') {
                out.append('\n');
                column = 0;
            }
            out.append(c);
            column = c == '\n' ? 0 : column + 1;
        }
        return out.toString();
    }

    /**
     * The text on one line, for a table's cell: line breaks and tabs become single spaces.
     *
     * @param limit at most this many characters, then an ellipsis
     */
    public static String one(String text, int limit) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), limit));
        boolean space = false;
        for (int i = 0; i < text.length() && out.length() < limit; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                space = !out.isEmpty();
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.append(c);
        }
        return out.length() >= limit ? out + "…" : out.toString();
    }

    /** How many rows a dialog's text area has for this text: as many as it needs, within limits. */
    public static int rowsInDialog(String text) {
        int rows = 1;
        int column = 0;
        for (int i = 0; i < text.length() && rows < MOST_ROWS; i++) {
            boolean wraps = column == DIALOG_COLUMNS;
            if (text.charAt(i) == '\n' || wraps) {
                rows++;
                column = wraps ? 1 : 0;
            } else {
                column++;
            }
        }
        return Math.max(FEWEST_ROWS, rows);
    }
}
