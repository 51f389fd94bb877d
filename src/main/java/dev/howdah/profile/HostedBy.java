package dev.howdah.profile;

import dev.howdah.profile.secret.SecretName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The service at a provider that a profile's server is. Its API token is a secret of the account
 * and nowhere near.
 *
 * @param provider the word for the provider, like "scalingo"
 * @param account what the person calls the account; profiles of one account share its token
 * @param name as the account's people call the service
 * @param product the provider's product, as it was found
 * @param region empty when the provider has but one
 * @param plan its name when it was found
 * @param address what the provider's adapter needs to find the service again
 * @param api another base URL of the API than the provider's own; empty for that one
 */
public record HostedBy(
        String provider,
        String account,
        String name,
        String product,
        Optional<String> region,
        String plan,
        Map<String, String> address,
        Optional<URI> api) {

    public HostedBy {
        address = Map.copyOf(address);
    }

    /** Under which its API token is kept. */
    public SecretName token() {
        return SecretName.token(provider, account);
    }
}
