package dev.howdah.core.change;

import java.util.List;
import java.util.Optional;

/**
 * Plain SQL that a change sends, in one database, without bound values and without a secret, so
 * that it can be written down and run in a later start of the console.
 *
 * @param statements one statement each, at least one
 * @param alone whether each is sent by itself, for those that refuse a transaction; else all are
 *     one transaction
 * @param done what is true when all of it was done, one full sentence
 * @param moves the parameter that it sets; empty when it does anything else
 */
public record SqlScript(
        String database,
        List<String> statements,
        boolean alone,
        String done,
        Optional<ParameterMove> moves) {
    public SqlScript {
        statements = List.copyOf(statements);
    }

    /** That sets no parameter. */
    public SqlScript(String database, List<String> statements, boolean alone, String done) {
        this(database, statements, alone, done, Optional.empty());
    }

    /** One transaction. */
    public SqlScript(String database, List<String> statements, String done) {
        this(database, statements, false, done);
    }
}
