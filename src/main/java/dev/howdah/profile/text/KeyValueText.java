package dev.howdah.profile.text;

import dev.howdah.core.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form {@code host=… port=… dbname='…'}. Source of the grammar: PostgreSQL's documentation of
 * libpq, "Keyword/Value Connection Strings".
 */
final class KeyValueText {
    private final String text;
    private int at;

    private KeyValueText(String text) {
        this.text = text;
    }

    /** The parameters; of a name that comes twice, the last one counts. */
    static Map<String, String> read(String text) throws ProblemException {
        KeyValueText reader = new KeyValueText(text);
        Map<String, String> parameters = new LinkedHashMap<>();
        reader.skipBlanks();
        while (reader.more()) {
            String name = reader.name();
            parameters.put(name, reader.value());
            reader.skipBlanks();
        }
        return parameters;
    }

    private boolean more() {
        return at < text.length();
    }

    private void skipBlanks() {
        while (more() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String name() throws ProblemException {
        int start = at;
        while (more() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        skipBlanks();
        if (name.isEmpty() || !more() || text.charAt(at) != '=') {
            throw BadText.because("connection.badPair");
        }
        at++;
        skipBlanks();
        return name;
    }

    private String value() throws ProblemException {
        boolean quoted = more() && text.charAt(at) == '\'';
        if (quoted) {
            at++;
        }
        StringBuilder value = new StringBuilder();
        while (more()) {
            char c = text.charAt(at++);
            if (quoted ? c == '\'' : Character.isWhitespace(c)) {
                return value.toString();
            }
            if (c == '\\') {
                if (!more()) {
                    break;
                }
                c = text.charAt(at++);
            }
            value.append(c);
        }
        if (quoted) {
            throw BadText.because("connection.unbalancedQuotes");
        }
        return value.toString();
    }
}
