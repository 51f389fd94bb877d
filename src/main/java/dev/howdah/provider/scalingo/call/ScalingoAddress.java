package dev.howdah.provider.scalingo.call;

import dev.howdah.provider.FoundDatabase;
import java.util.Map;

/**
 * One database, and how the API is told which.
 *
 * @param app the app it belongs to; of a dedicated database, its own name
 * @param addon the id of the addon, which is also that of the database
 * @param dedicated whether it has machines of its own, which Scalingo calls dedicated resources
 */
public record ScalingoAddress(String region, String app, String addon, boolean dedicated) {
    private static final String DEDICATED = "dedicated";

    public static ScalingoAddress of(FoundDatabase found) {
        return new ScalingoAddress(
                found.region().orElse(""),
                found.address().getOrDefault("app", ""),
                found.address().getOrDefault("addon", ""),
                found.product().equals(DEDICATED));
    }

    public String id() {
        return "scalingo/" + region + "/" + addon;
    }

    public String product() {
        return dedicated ? DEDICATED : "shared";
    }

    public Map<String, String> address() {
        return Map.of("app", app, "addon", addon);
    }

    /** As Scalingo names the product where plans are listed. */
    public String addonProvider() {
        return dedicated ? "postgresql-ng" : "postgresql";
    }
}
