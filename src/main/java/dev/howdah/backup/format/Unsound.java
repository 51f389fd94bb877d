package dev.howdah.backup.format;

import java.io.IOException;

/** A file that contradicts its own format; the message is in which way. */
public final class Unsound extends IOException {
    private static final long serialVersionUID = 1L;

    private Unsound(String way) {
        super(way);
    }

    public static Unsound cut() {
        return new Unsound("cut");
    }

    static Unsound damaged() {
        return new Unsound("damaged");
    }

    /** Something follows where the file should have ended. */
    static Unsound tooLong() {
        return new Unsound("tooLong");
    }

    /** What was packed is not a whole backup, though its packing is. */
    static Unsound lacking() {
        return new Unsound("lacking");
    }

    /** Whether it simply ends too early. */
    public boolean isCut() {
        return way().equals("cut");
    }

    public String way() {
        return String.valueOf(getMessage());
    }
}
