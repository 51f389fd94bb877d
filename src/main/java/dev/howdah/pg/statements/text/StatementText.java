package dev.howdah.pg.statements.text;

/**
 * The text of one statement, as the server normalised it.
 *
 * @param text constants are replaced by $1, $2 …; empty when the server lost it
 * @param wholeLength characters of the whole text, of which {@code text} is the beginning
 */
public record StatementText(String text, int wholeLength) {

    private static final int UNREADABLE = -1;

    /** Of one that the server has, and can't give in the encoding of this database. */
    public static StatementText unreadable() {
        return new StatementText("", UNREADABLE);
    }

    public boolean isUnreadable() {
        return wholeLength == UNREADABLE;
    }

    /** Whether there is more on the server. */
    public boolean isCut() {
        return characters() < wholeLength;
    }

    /** Whether reading this many characters would bring more than is here. */
    public boolean wouldGrow(int maxCharacters) {
        return isCut() && characters() < maxCharacters;
    }

    /** Whether the server kept the numbers and lost the text. */
    public boolean isLost() {
        return text.isEmpty() && !isUnreadable();
    }

    private int characters() {
        return text.codePointCount(0, text.length());
    }
}
