package dev.howdah.provider.scalingo;

import java.util.List;
import java.util.Map;

/** The plans of {@link FakeScalingo}, in its words. */
final class FakePlans {
    static final List<Map<String, Object>> SHARED =
            List.of(
                    plan("pl0", "postgresql-sandbox", "Sandbox", "0", 1),
                    plan("pl1", "postgresql-starter-512", "Starter 512M", "0.0001666667", 2),
                    plan("pl2", "postgresql-business-1024", "Business 1024M", "0.002", 3));
    static final List<Map<String, Object>> DEDICATED =
            List.of(
                    plan("dr1", "postgresql-dr-starter-4096", "Starter 4G", "0.003", 1),
                    plan("dr2", "postgresql-dr-business-8192", "Business 8G", "0.009", 2));

    private FakePlans() {}

    /**
     * @param price for a minute, in euros
     * @param position in the list, where the cheapest is first
     */
    static Map<String, Object> plan(
            String id, String name, String title, String price, int position) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "display_name",
                title,
                "position",
                position,
                "disabled",
                false,
                "description",
                "<p>" + title + "</p>",
                "pricings",
                Map.of("default", Map.of("price", price, "currency", "EUR", "period", "minute")));
    }
}
