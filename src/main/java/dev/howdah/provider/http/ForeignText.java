package dev.howdah.provider.http;

import dev.howdah.core.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a stranger wrote, made fit to be shown: plain text of one line, without secrets, markup, and
 * characters that hide or turn others.
 */
final class ForeignText {
    /** So much is looked at; what is shown is far shorter. */
    private static final int MAX_CHARACTERS = 20_000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}\\s]+");
    private static final Pattern MARKUP =
            Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<[^>]*(>|$)");
    private static final Pattern SECRETS =
            Pattern.compile(
                    // a word that only follows "basic" is none: a plan may be called so
                    "(?i)(?<=\\b(?:bearer|basic|aivenv1) )[A-Za-z0-9._~+/=-]{12,}"
                            + "|\\btk-us-[A-Za-z0-9_-]+"
                            + "|(?<=(?:[?&]|\\\\u0026)(?:token|[a-z_-]{0,20}sig(?:nature)?)=)"
                            + "[^&\\s\"'\\\\]+"
                            + "|(?<=postgres(?:ql)?://[^:@/\\s]{0,100}:)[^@/\\s]+(?=@)"
                            + "|(?<=\"(?:password|password_confirmation|token)\"\\s?:\\s?\")"
                            + "[^\"]+");

    private ForeignText() {}

    /**
     * @param known what must not appear, whole or in part behind a space ("Bearer …")
     * @return at most {@code maxCharacters} and an ellipsis
     */
    static String shown(String text, Collection<Secret> known, int maxCharacters) {
        String shown = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        for (String secret : parts(known)) {
            shown = shown.replace(secret, "•••");
        }
        shown = SECRETS.matcher(shown).replaceAll("•••");
        if (shown.stripLeading().startsWith("<")) {
            shown = MARKUP.matcher(shown).replaceAll(" ");
        }
        shown = UNSEEN.matcher(shown).replaceAll(" ").strip();
        return shown.length() > maxCharacters ? shown.substring(0, maxCharacters) + "…" : shown;
    }

    private static List<String> parts(Collection<Secret> known) {
        List<String> parts = new ArrayList<>();
        for (Secret secret : known) {
            String whole = secret.reveal();
            String word = whole.substring(whole.indexOf(' ') + 1);
            parts.add(whole);
            parts.add(word);
            parts.add(escaped(whole));
            if (whole.startsWith("Basic ")) {
                String pair = new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
                parts.add(pair.substring(pair.indexOf(':') + 1));
            }
        }
        return parts.stream().filter(part -> part.length() >= 4).toList();
    }

    /** As it stands within a JSON text. */
    private static String escaped(String text) {
        String quoted = Json.object().with("", text).toString();
        return quoted.substring("{\"\":\"".length(), quoted.length() - "\"}".length());
    }

    /**
     * What a provider says in an error body of its own: "error", "message", "errors"; the body
     * itself when it is no JSON.
     */
    static String said(byte[] body) {
        return Json.parse(body)
                .filter(json -> json.isObject() || json.isArray())
                .map(ForeignText::said)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> new String(body, StandardCharsets.UTF_8));
    }

    private static String said(Json json) {
        if (json.text().isPresent()) {
            return json.text().get();
        }
        if (json.isArray()) {
            return json.items().stream()
                    .map(ForeignText::said)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(", "));
        }
        for (String name : List.of("errors", "error", "message", "error_description", "detail")) {
            Json field = json.at(name);
            if (!field.present()) {
                continue;
            }
            String text =
                    name.equals("errors") && field.isObject()
                            ? field.fields().entrySet().stream()
                                    .map(each -> each.getKey() + " " + said(each.getValue()))
                                    .collect(Collectors.joining("; "))
                            : said(field);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
