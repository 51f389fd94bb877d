package dev.howdah.backup;

import java.io.IOException;

/** A file that contradicts its own format; the message is a key of our texts. */
final class Unsound extends IOException {
    private static final long serialVersionUID = 1L;

    private Unsound(String key) {
        super(key);
    }

    static Unsound cut() {
        return new Unsound("check.cut");
    }

    static Unsound damaged() {
        return new Unsound("check.damaged");
    }

    /** Something follows where the file should have ended. */
    static Unsound tooLong() {
        return new Unsound("check.tooLong");
    }

    /** What was packed is not a whole backup, though its packing is. */
    static Unsound lacking() {
        return new Unsound("check.lacking");
    }

    /** Whether it simply ends too early. */
    boolean isCut() {
        return key().equals("check.cut");
    }

    String key() {
        return String.valueOf(getMessage());
    }
}
