package dev.howdah.ui.stats.statements;

import java.util.Optional;

/** What the person can do in the Statements panel beyond looking. */
interface StatementsActs {

    /** Reads at once, also what could not be read before. */
    void refresh();

    /** Shows the statement with which the panel reads. */
    void showSql();

    /** Describes the creation of the extension, and creates it after consent. */
    void createExtension();

    /** Describes the update of the extension, and updates it after consent. */
    void updateExtension();

    /** Why the extension can't be created or updated from here; empty when it can. */
    Optional<String> whyNoChange();
}
