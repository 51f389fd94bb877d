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

    /**
     * The provider by its name, where its API creates the extension: logins of hosted servers
     * seldom may. Empty where it doesn't.
     */
    Optional<String> providerThatCreates();

    /**
     * Describes what the provider's API does to create the extension, and does it after consent.
     */
    void createThroughProvider();

    /** Describes the update of the extension, and updates it after consent. */
    void updateExtension();

    /** Why the extension can't be created or updated from here; empty when it can. */
    Optional<String> whyNoChange();
}
