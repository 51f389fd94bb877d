package dev.howdah.ui.overview.service;

import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.provider.service.ServiceState;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Services and plans that were made up. */
public final class SomeServices {
    private SomeServices() {}

    public static ServiceFacts running() {
        return service(ServiceState.RUNNING, "running", Optional.empty());
    }

    static ServiceFacts service(ServiceState state, String word, Optional<String> operation) {
        return new ServiceFacts(
                "ad-1",
                "shop",
                Optional.of("osc-fr1"),
                state,
                word,
                "postgresql-business-1024",
                "16.13.0-2",
                List.of(
                        node("1", ServiceNode.Role.LEADER, ServiceState.RUNNING),
                        node("2", ServiceNode.Role.FOLLOWER, ServiceState.CREATING)),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new MaintenanceWindow(DayOfWeek.TUESDAY, 22, Duration.ofHours(8))),
                operation,
                Optional.empty());
    }

    private static ServiceNode node(String id, ServiceNode.Role role, ServiceState state) {
        return new ServiceNode(id, Optional.empty(), role, state, "");
    }

    public static List<PlanOffer> plans() {
        Plan plan =
                new Plan(
                        "pl-3",
                        "postgresql-business-1024",
                        "Business 1024M",
                        Optional.of(new Plan.Price(new BigDecimal("118.00"), "EUR")),
                        OptionalInt.of(2),
                        OptionalLong.of(1L << 30),
                        OptionalLong.of(20L << 30),
                        OptionalInt.of(180),
                        Optional.of(Duration.ofDays(7)),
                        "");
        return List.of(new PlanOffer(plan, true, Optional.empty(), Optional.empty()));
    }
}
