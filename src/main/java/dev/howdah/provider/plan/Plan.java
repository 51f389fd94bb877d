package dev.howdah.provider.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A plan of a provider and what it promises. A promise that the provider's API does not tell is
 * empty, never guessed.
 *
 * @param id what the API wants to hear
 * @param name what a service's facts say: "postgresql-business-1024"
 * @param title for people: "Business 1024M"
 * @param nodes database nodes, 1 or more; empty when not told
 * @param memoryBytes of one node
 * @param diskBytes of one node
 * @param maxConnections of the leader
 * @param recoverable how far back in time one can go; zero when not at all
 * @param note the provider's description as plain text; empty when there is none
 */
public record Plan(
        String id,
        String name,
        String title,
        Optional<Price> price,
        OptionalInt nodes,
        OptionalLong memoryBytes,
        OptionalLong diskBytes,
        OptionalInt maxConnections,
        Optional<Duration> recoverable,
        String note) {

    /**
     * What a plan costs.
     *
     * @param perMonth for 30 days
     * @param currency as in ISO 4217: "EUR"
     */
    public record Price(BigDecimal perMonth, String currency) {}
}
