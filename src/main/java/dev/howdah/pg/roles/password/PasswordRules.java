package dev.howdah.pg.roles.password;

import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import java.util.Locale;
import java.util.Optional;

/** Which passwords we don't set, because they are weak or because nobody could log in with them. */
public final class PasswordRules {
    public static final int MIN_LENGTH = 12;

    /** Beyond it drivers and .pgpass readers begin to cut; no person types so many. */
    public static final int MAX_LENGTH = 200;

    private static final int MIN_DIFFERENT = 5;
    private static final Texts TEXTS = Texts.of(PasswordRules.class);

    private PasswordRules() {}

    /** Why this password is not good enough for this role, as a sentence; empty when it is. */
    public static Optional<String> objection(Secret password, String role) {
        String text = password.reveal();
        if (text.isEmpty()) {
            return Optional.of(TEXTS.text("password.empty"));
        }
        // NUL ends a text on the server, and the others are changed or refused on the way
        if (text.chars().anyMatch(Character::isISOControl) || hasHalfCharacter(text)) {
            return Optional.of(TEXTS.text("password.unusable"));
        }
        int length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH) {
            return Optional.of(TEXTS.text("password.short", length, MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(TEXTS.text("password.long", length, MAX_LENGTH));
        }
        if (holdsName(text, role)) {
            return Optional.of(TEXTS.text("password.name"));
        }
        return text.chars().distinct().count() < MIN_DIFFERENT
                ? Optional.of(TEXTS.text("password.monotonous"))
                : Optional.empty();
    }

    /** A name of one or two letters is in many good passwords. */
    private static boolean holdsName(String text, String role) {
        String small = text.toLowerCase(Locale.ROOT);
        String name = role.toLowerCase(Locale.ROOT);
        return small.equals(name) || (name.length() > 2 && small.contains(name));
    }

    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
