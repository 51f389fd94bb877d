package dev.howdah.pg.statements;

/**
 * What makes an entry of pg_stat_statements one and the same over time.
 *
 * @param userId oid of the role that ran it
 * @param databaseId oid of the database it ran in
 * @param topLevel false for a statement inside a function; always true before extension 1.9, which
 *     does not tell them apart
 */
public record StatementKey(long userId, long databaseId, boolean topLevel, long queryId) {}
