package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Texts;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plan of Scalingo promises. The API tells name and price; nodes, connections and retention
 * follow from the class in the name by the documentation ("Features", "High availability", "Backup
 * policies", of 2026).
 */
final class ScalingoPlans {
    private static final Texts TEXTS = Texts.of(ScalingoPlans.class);
    private static final Pattern MEGABYTES = Pattern.compile("-([1-9][0-9]{1,6})$");
    private static final int SHARED_CONNECTIONS_PER_GB = 60;
    private static final int DEDICATED_CONNECTIONS_PER_GB = 100;

    /** A price is told for the minute; a month has 30 days. */
    private static final BigDecimal MINUTES = BigDecimal.valueOf(30L * 24 * 60);

    private ScalingoPlans() {}

    /** The classes of plans, in their order. */
    enum Level {
        SANDBOX(1, 0, 0),
        STARTER(1, 7, 10),
        BUSINESS(2, 14, 50),
        ENTERPRISE(3, 30, 50);

        private final int nodes;
        private final int dedicatedDays;
        private final int onDemandKept;

        Level(int nodes, int dedicatedDays, int onDemandKept) {
            this.nodes = nodes;
            this.dedicatedDays = dedicatedDays;
            this.onDemandKept = onDemandKept;
        }

        /** By the name of a plan: "postgresql-dr-business-8192". */
        static Optional<Level> of(String plan) {
            for (Level level : values()) {
                if (plan.contains("-" + level.name().toLowerCase(Locale.ROOT))) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }

        /** How many backups on demand are kept; empty when none can be made. */
        OptionalInt onDemandKept() {
            return onDemandKept == 0 ? OptionalInt.empty() : OptionalInt.of(onDemandKept);
        }

        int nodes() {
            return nodes;
        }

        /** Shared databases of every paying class go back seven days. */
        Duration recoverable(boolean dedicated) {
            return Duration.ofDays(dedicated ? dedicatedDays : this == SANDBOX ? 0 : 7);
        }
    }

    static Plan plan(Json plan, boolean dedicated) {
        String name = plan.text("name");
        Optional<Level> level = Level.of(name);
        OptionalLong memory = memoryBytes(name);
        return new Plan(
                plan.text("id"),
                name,
                ScalingoJson.plain(
                        plan.text("display_name").isEmpty() ? name : plan.text("display_name")),
                price(plan),
                level.map(each -> OptionalInt.of(each.nodes())).orElse(OptionalInt.empty()),
                memory,
                OptionalLong.empty(),
                memory.isPresent()
                        ? OptionalInt.of(connections(memory.getAsLong(), dedicated))
                        : OptionalInt.empty(),
                level.map(each -> each.recoverable(dedicated)),
                ScalingoJson.plain(plan.text("description")));
    }

    private static OptionalLong memoryBytes(String name) {
        Matcher matcher = MEGABYTES.matcher(name);
        return matcher.find()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 20)
                : OptionalLong.empty();
    }

    private static int connections(long memoryBytes, boolean dedicated) {
        int perGb = dedicated ? DEDICATED_CONNECTIONS_PER_GB : SHARED_CONNECTIONS_PER_GB;
        return Math.toIntExact((memoryBytes * perGb) >> 30);
    }

    private static Optional<Plan.Price> price(Json plan) {
        Json told = plan.at("pricings").at("default");
        if (told.text("period").equals("minute")) {
            return told.at("price")
                    .decimal()
                    .map(price -> euros(price.multiply(MINUTES), told.text("currency")));
        }
        return plan.at("price").decimal().map(price -> euros(price, "EUR"));
    }

    private static Plan.Price euros(BigDecimal perMonth, String currency) {
        return new Plan.Price(
                perMonth.setScale(2, RoundingMode.HALF_UP), currency.isEmpty() ? "EUR" : currency);
    }

    /**
     * @param current the name of the plan the database is on
     */
    static PlanOffer offer(Json json, String current, boolean dedicated) {
        Plan plan = plan(json, dedicated);
        boolean same = plan.name().equals(current);
        return new PlanOffer(
                plan,
                same,
                same
                        ? Optional.of(TEXTS.text("plan.current"))
                        : whyNot(json, plan, current, dedicated),
                same ? Optional.empty() : interruption(current, plan.name(), dedicated));
    }

    private static Optional<String> whyNot(
            Json json, Plan plan, String current, boolean dedicated) {
        if (json.at("disabled").isTrue() || json.at("to_be_discontinued").isTrue()) {
            return Optional.of(TEXTS.text("plan.disabled"));
        }
        OptionalLong now = memoryBytes(current);
        if (dedicated
                && now.isPresent()
                && plan.memoryBytes().isPresent()
                && plan.memoryBytes().getAsLong() < now.getAsLong()) {
            return Optional.of(TEXTS.text("plan.upOnly"));
        }
        return Optional.empty();
    }

    /** Source: "Changing plans" of 2023 and 2026, which disagree; the wider bounds are told. */
    private static Optional<Interruption> interruption(String from, String to, boolean dedicated) {
        Optional<Level> before = Level.of(from);
        Optional<Level> after = Level.of(to);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        boolean toSingle = after.get().nodes() == 1;
        if (before.get().nodes() > 1) {
            return toSingle
                    ? Optional.empty()
                    : Optional.of(cut(0, Duration.ofSeconds(5), "plan.failover"));
        }
        if (!toSingle) {
            return Optional.of(cut(0, Duration.ofSeconds(5), "plan.joining"));
        }
        return Optional.of(
                dedicated
                        ? cut(60, Duration.ofMinutes(15), "plan.machine")
                        : cut(2, Duration.ofMinutes(2), "plan.restart"));
    }

    private static Interruption cut(long seconds, Duration atMost, String key) {
        return new Interruption(Duration.ofSeconds(seconds), Optional.of(atMost), TEXTS.text(key));
    }
}
