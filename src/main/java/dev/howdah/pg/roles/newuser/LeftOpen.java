package dev.howdah.pg.roles.newuser;

/**
 * Something that a new user lacks, or could still do, after all that we may do for it.
 *
 * @param database where
 * @param sentence what stays open
 * @param missing the statement that would close it, to be run by somebody who may; empty when there
 *     is none
 */
public record LeftOpen(String database, String sentence, String missing) {}
