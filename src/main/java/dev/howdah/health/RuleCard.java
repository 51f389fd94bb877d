package dev.howdah.health;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Where;

/**
 * What a rule is known by.
 *
 * @param name the same for ever; the first part of its text keys
 * @param weight among findings of the same severity, from 0 to 100
 * @param where one sees more or acts
 * @param texts of the room it is in
 */
public record RuleCard(String name, int weight, Where where, Texts texts) {
    /** One of the rule's own sentences. */
    public String text(String key, Object... arguments) {
        return texts.text(name + "." + key, arguments);
    }
}
