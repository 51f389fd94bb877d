package dev.howdah.provider.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long clients will be cut off, by the provider's own rule.
 *
 * @param atLeast zero when it may go unnoticed
 * @param atMost zero when the provider promises none; empty when it names no time
 * @param sentence the rule in a full sentence, with its source
 */
public record Interruption(Duration atLeast, Optional<Duration> atMost, String sentence) {}
