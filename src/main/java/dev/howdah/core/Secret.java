package dev.howdah.core;

/** A password or token. It can be handed on and wiped, and it never shows itself in a text. */
public final class Secret {
    private final char[] chars;

    private Secret(char[] chars) {
        this.chars = chars;
    }

    /** Takes a copy; the caller should wipe its own array. */
    public static Secret of(char[] chars) {
        return new Secret(chars.clone());
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    public boolean isEmpty() {
        return chars.length == 0;
    }

    /** The clear text, for the one call that must send it. Never log, store or show the result. */
    public String reveal() {
        return new String(chars);
    }

    /** Overwrites the characters; afterwards the secret is a row of NULs. */
    public void wipe() {
        java.util.Arrays.fill(chars, '\0');
    }

    @Override
    public String toString() {
        return "•••";
    }
}
