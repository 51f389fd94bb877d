package dev.howdah.provider.http;

import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param body missing when there was none, or none that could be read
 * @param location where the provider says the work can be followed; empty when it says nothing
 */
public record HttpAnswer(int status, Json body, Optional<String> location) {}
