package dev.howdah.ui.stats.statements;

import dev.howdah.core.Texts;
import dev.howdah.pg.statements.extension.StatementsFacts;
import java.util.Optional;

/**
 * What is shown in place of statements while pg_stat_statements can't tell any: why, and the way
 * out.
 *
 * @param title what is missing, a full sentence
 * @param steps what to do, and who can
 * @param sql for those who may run it elsewhere; may be empty
 */
record StatementsSetup(Missing missing, String title, String steps, String sql) {
    private static final Texts TEXTS = Texts.of(StatementsSetup.class);

    /** What is missing; names the texts, too. */
    enum Missing {
        /** The server's installation has no such extension. */
        PACKAGE,
        /** Neither loaded nor created. */
        LIBRARY_AND_EXTENSION,
        /** Created, and the library was not loaded at start. */
        LIBRARY,
        /** Loaded and not created in this database. */
        EXTENSION,
        /** Created in a schema that our role may not use. */
        USAGE
    }

    /** Whether the console can do something about it itself. */
    boolean offersCreation() {
        return missing == Missing.EXTENSION || missing == Missing.LIBRARY_AND_EXTENSION;
    }

    /** Empty when statements can be read. */
    static Optional<StatementsSetup> of(StatementsFacts facts, String database, String role) {
        return missing(facts)
                .map(missing -> {
                    String key = "statements.setup." + missing.name();
                    return new StatementsSetup(
                            missing,
                            TEXTS.text(key, database, role),
                            TEXTS.text(key + ".steps", database, role),
                            sql(missing, facts, role));
                });
    }

    private static Optional<Missing> missing(StatementsFacts facts) {
        if (facts.installed().isEmpty()) {
            if (facts.available().isEmpty()) {
                return Optional.of(Missing.PACKAGE);
            }
            return Optional.of(facts.loaded() ? Missing.EXTENSION : Missing.LIBRARY_AND_EXTENSION);
        }
        if (!facts.loaded()) {
            return Optional.of(Missing.LIBRARY);
        }
        return facts.installed().get().usable() ? Optional.empty() : Optional.of(Missing.USAGE);
    }

    private static String sql(Missing missing, StatementsFacts facts, String role) {
        return switch (missing) {
            case PACKAGE -> "";
            case EXTENSION -> "CREATE EXTENSION pg_stat_statements;";
            case LIBRARY -> facts.preloadSql();
            case LIBRARY_AND_EXTENSION ->
                    (facts.preloadSql() + "\nCREATE EXTENSION pg_stat_statements;").strip();
            case USAGE -> facts.usageSql(role);
        };
    }
}
