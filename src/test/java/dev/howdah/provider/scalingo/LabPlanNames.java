package dev.howdah.provider.scalingo;

import dev.howdah.lab.plan.LabPlan;
import java.util.List;
import java.util.Map;

/**
 * The lab's plans under names such as Scalingo gives them. The number of megabytes in a name is the
 * one for which Scalingo's rule of connections per gigabyte tells what the lab really has.
 */
final class LabPlanNames {
    static final String SHARED_STARTER = "postgresql-starter-1707";
    static final String DEDICATED_STARTER = "postgresql-dr-starter-1024";

    private static final Map<String, LabPlan> PLANS =
            Map.of(
                    "postgresql-sandbox",
                    LabPlan.HOBBYIST,
                    SHARED_STARTER,
                    LabPlan.STARTUP_4,
                    "postgresql-business-1707",
                    LabPlan.BUSINESS_4,
                    "postgresql-business-6827",
                    LabPlan.BUSINESS_16,
                    DEDICATED_STARTER,
                    LabPlan.STARTUP_4,
                    "postgresql-dr-business-1024",
                    LabPlan.BUSINESS_4,
                    "postgresql-dr-business-4096",
                    LabPlan.BUSINESS_16,
                    "postgresql-dr-enterprise-1024",
                    LabPlan.PREMIUM_4,
                    "postgresql-dr-enterprise-2048",
                    LabPlan.PREMIUM_8);

    static final List<Map<String, Object>> SHARED =
            List.of(
                    FakePlans.plan("s0", "postgresql-sandbox", "Sandbox", "0", 1),
                    FakePlans.plan("s1", SHARED_STARTER, "Starter 1.7G", "0.0005", 2),
                    FakePlans.plan("s2", "postgresql-business-1707", "Business 1.7G", "0.002", 3),
                    FakePlans.plan("s3", "postgresql-business-6827", "Business 6.8G", "0.008", 4));

    static final List<Map<String, Object>> DEDICATED =
            List.of(
                    FakePlans.plan("d1", DEDICATED_STARTER, "Starter 1G", "0.003", 1),
                    FakePlans.plan("d2", "postgresql-dr-business-1024", "Business 1G", "0.006", 2),
                    FakePlans.plan("d3", "postgresql-dr-business-4096", "Business 4G", "0.009", 3),
                    FakePlans.plan(
                            "d4", "postgresql-dr-enterprise-1024", "Enterprise 1G", "0.012", 4),
                    FakePlans.plan(
                            "d5", "postgresql-dr-enterprise-2048", "Enterprise 2G", "0.015", 5));

    private LabPlanNames() {}

    static LabPlan of(String name) {
        LabPlan plan = PLANS.get(name);
        if (plan == null) {
            throw new IllegalArgumentException(name);
        }
        return plan;
    }
}
