package dev.howdah.health;

import dev.howdah.health.Finding.Where;

/**
 * What a rule is known by.
 *
 * @param name the same for ever; the first part of its text keys
 * @param weight among findings of the same severity, from 0 to 100
 * @param where one sees more or acts
 */
record RuleCard(String name, int weight, Where where) {}
