package dev.howdah.health;

import dev.howdah.core.Texts;

/** The sentences that findings speak. */
final class HealthTexts {
    private static final Texts TEXTS = Texts.of(HealthTexts.class);

    private HealthTexts() {}

    static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String checked(int rules, int unknown) {
        return unknown == 0
                ? text("checked.all", rules)
                : text("checked.someUnknown", rules, unknown);
    }
}
