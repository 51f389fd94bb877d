package dev.howdah.provider.service;

/**
 * What a kind of statement has cost so far, by the provider's account of pg_stat_statements.
 *
 * @param userId the role's oid
 */
public record StatementCost(
        long userId,
        String query,
        long calls,
        long rows,
        double totalMs,
        double minMs,
        double maxMs,
        double meanMs,
        double deviationMs) {}
