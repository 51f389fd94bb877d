package dev.howdah.provider;

import java.time.Duration;

/**
 * For how long clients will be cut off, by the provider's own rule.
 *
 * @param atLeast zero when it may go unnoticed
 * @param atMost zero when the provider promises none
 * @param sentence the rule in a full sentence, with its source
 */
public record Interruption(Duration atLeast, Duration atMost, String sentence) {}
