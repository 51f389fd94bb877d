package dev.howdah.ui.settings.plan;

import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The plans of the Choreo documents, with prices made up. */
final class SomePlans {
    private static final long GB = 1L << 30;

    private SomePlans() {}

    /** As offered to a service that is on the plan of this title. */
    static List<PlanOffer> seenFrom(String current) {
        return Stream.of(
                        plan("Hobbyist", 25, 1, 0, 1, 8, "9"),
                        plan("Startup-4", 100, 1, 2, 4, 80, "52"),
                        plan("Business-4", 100, 2, 14, 4, 80, "118"),
                        plan("Business-16", 400, 2, 14, 16, 350, "412"),
                        plan("Premium-4", 100, 3, 30, 4, 80, "177"),
                        plan("Premium-8", 200, 3, 30, 8, 175, "354"))
                .map(plan -> offer(plan, plan.title().equals(current)))
                .toList();
    }

    private static PlanOffer offer(Plan plan, boolean current) {
        return new PlanOffer(
                plan,
                current,
                current ? Optional.of("The service is on this plan.") : Optional.empty(),
                current
                        ? Optional.empty()
                        : Optional.of(
                                new Interruption(
                                        Duration.ofSeconds(2),
                                        Optional.of(Duration.ofSeconds(5)),
                                        "Connections are cut once, for 2 to 5 s; clients"
                                                + " reconnect.")));
    }

    private static Plan plan(
            String title,
            int connections,
            int nodes,
            int days,
            int memory,
            int disk,
            String price) {
        return new Plan(
                title,
                title,
                title,
                Optional.of(new Plan.Price(new BigDecimal(price), "EUR")),
                OptionalInt.of(nodes),
                OptionalLong.of(memory * GB),
                OptionalLong.of(disk * GB),
                OptionalInt.of(connections),
                Optional.of(Duration.ofDays(days)),
                "");
    }
}
