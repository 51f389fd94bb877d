package dev.howdah.core;

import java.util.List;

/**
 * Plain SQL that a change sends: one transaction in one database, without bound values and without
 * a secret, so that it can be written down and run in a later start of the console.
 *
 * @param statements one statement each, at least one
 * @param done what is true when all of it was done, one full sentence
 */
public record SqlScript(String database, List<String> statements, String done) {
    public SqlScript {
        statements = List.copyOf(statements);
    }
}
