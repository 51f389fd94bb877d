package dev.howdah.pg.settings;

import java.util.ArrayList;
import java.util.List;

/** A list of names as a parameter's value writes it: commas between them, some in double quotes. */
final class NameList {
    private NameList() {}

    /**
     * The names without quotes and without the white space around them; empty ones are left out.
     */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean isDoubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (isDoubled) {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                    wasQuoted = true;
                }
            } else if (c == ',' && !quoted) {
                add(parts, part, wasQuoted);
                wasQuoted = false;
            } else if (quoted || !Character.isWhitespace(c) || (!part.isEmpty() && !wasQuoted)) {
                part.append(c);
            }
        }
        add(parts, part, wasQuoted);
        return List.copyOf(parts);
    }

    private static void add(List<String> parts, StringBuilder part, boolean wasQuoted) {
        String text = wasQuoted ? part.toString() : part.toString().strip();
        part.setLength(0);
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }
}
