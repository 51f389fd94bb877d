package dev.howdah.provider.scalingo.call;

import java.net.URI;

/**
 * Where Scalingo is. Everything else is told by its list of regions.
 *
 * @param auth the base URL of the service that knows accounts and regions, without a path
 * @param databases how the API of databases is asked
 */
public record ScalingoHosts(URI auth, Databases databases) {

    /** Two ways to the same answers; Scalingo is about to leave the first for the second. */
    public enum Databases {
        /**
         * A host of its own with a token for the one database, where the region has such a host.
         */
        AS_REGION_SAYS,
        /** The host of apps, with the account's token. */
        ACCOUNT_TOKEN
    }

    public static ScalingoHosts usual() {
        return new ScalingoHosts(URI.create("https://auth.scalingo.com"), Databases.AS_REGION_SAYS);
    }
}
