package dev.howdah.provider;

import dev.howdah.provider.service.ServiceState;
import java.util.Map;
import java.util.Optional;

/**
 * A database found in an account; what a profile has to keep to open it again.
 *
 * @param id that of {@link Provider#id}
 * @param name as the account's people call it
 * @param product the provider's product in our words: "shared", "dedicated"
 * @param plan its name at that moment
 * @param address what the adapter needs to find it again, by names of its own; no secret
 */
public record FoundDatabase(
        String id,
        String name,
        String product,
        Optional<String> region,
        String plan,
        ServiceState state,
        Map<String, String> address) {

    public FoundDatabase {
        address = Map.copyOf(address);
    }
}
