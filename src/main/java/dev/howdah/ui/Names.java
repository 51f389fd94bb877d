package dev.howdah.ui;

/** Names of things on a server, on one line and with nothing hidden in them. */
public final class Names {
    private Names() {}

    /**
     * The name with line breaks, other control characters and characters that turn the direction of
     * the text written as escapes, so that two names that look alike are alike.
     */
    public static String visible(String name) {
        if (name.chars().noneMatch(Names::hides)) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(
                    switch (c) {
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> hides(c) ? "\\u%04X".formatted((int) c) : String.valueOf(c);
                    });
        }
        return out.toString();
    }

    private static boolean hides(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }
}
