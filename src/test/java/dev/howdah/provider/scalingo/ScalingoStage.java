package dev.howdah.provider.scalingo;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.OperationLog;
import dev.howdah.profile.HostedBy;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderStage;
import dev.howdah.provider.http.HttpLimits;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.ManualTime;
import dev.howdah.provider.scalingo.FakeScalingo.Trouble;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import dev.howdah.provider.service.ServiceState;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A database of the fake Scalingo, of one of its two products; also for panels that want a
 * provider.
 */
public final class ScalingoStage implements ProviderStage {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final HttpLimits LIMITS =
            new HttpLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    1 << 20,
                    4,
                    Duration.ofSeconds(65));

    final ManualTime time;
    final FakeScalingo scalingo;
    final FakeDatabase database;
    private final ScalingoWeather weather;

    /**
     * @param dedicated else shared
     * @param documented whether answers have the documented shapes; else those seen in clients
     */
    public ScalingoStage(boolean dedicated, boolean documented) throws IOException {
        this(dedicated, documented, NOON);
    }

    /**
     * @param start what the provider's clock shows; now, for a console that goes by its own
     */
    public ScalingoStage(boolean dedicated, boolean documented, Instant start) throws IOException {
        this(dedicated, documented, start, new BehindTheFake() {});
    }

    /**
     * @param behind what the database is really
     */
    ScalingoStage(boolean dedicated, boolean documented, Instant start, BehindTheFake behind)
            throws IOException {
        time = new ManualTime(start);
        scalingo = new FakeScalingo(time);
        weather = new ScalingoWeather(scalingo);
        scalingo.documented = documented;
        scalingo.databaseApiMerged = documented;
        database =
                scalingo.add(
                        new FakeDatabase(
                                "ad-1",
                                "shop",
                                dedicated,
                                firstPlan(behind.plans(dedicated)),
                                start,
                                behind));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", "r1");
        rule.put("type", "custom_range");
        rule.put("cidr", "192.0.2.0/24");
        rule.put("label", "old office");
        database.rules.add(rule);
    }

    /** One that costs something, where one can begin for nothing. */
    private static String firstPlan(List<Map<String, Object>> plans) {
        return plans.stream()
                .map(plan -> String.valueOf(plan.get("name")))
                .filter(name -> name.contains("starter"))
                .findFirst()
                .orElseThrow();
    }

    /** Where the fake is, for a console that is told by a profile, and for {@link #elsewhere}. */
    public URI api() {
        return scalingo.hosts().auth();
    }

    /** Its app gets a second database, and the variables tell the address of neither. */
    public void hideTheAddress() {
        FakeDatabase second =
                new FakeDatabase(
                        "ad-2",
                        database.app,
                        database.dedicated,
                        database.plan,
                        time.instant(),
                        new BehindTheFake() {});
        database.resource = "shop-7777";
        second.resource = "shop-8888";
        scalingo.add(second);
    }

    /** What goes wrong on the way to it. */
    public ScalingoWeather weather() {
        return weather;
    }

    /** The token it takes. */
    public Secret token() {
        return Secret.of(FakeScalingo.API_TOKEN);
    }

    ScalingoAccount account() {
        return account(scalingo.hosts(), time);
    }

    private static ScalingoAccount account(ScalingoHosts hosts, ManualTime time) {
        return new ScalingoAccount(
                hosts,
                () -> Secret.of(FakeScalingo.API_TOKEN),
                new HttpWire(LIMITS, time, time, new Random(1)));
    }

    /** The dedicated database of a fake in another process. */
    public static Provider elsewhere(URI base, OperationLog log) {
        return account(
                        new ScalingoHosts(base, ScalingoHosts.Databases.AS_REGION_SAYS),
                        new ManualTime(NOON))
                .open(found(true, "postgresql-dr-starter-4096"), log);
    }

    FoundDatabase found() {
        return found(database.dedicated, database.plan);
    }

    private static FoundDatabase found(boolean dedicated, String plan) {
        ScalingoAddress service = new ScalingoAddress("osc-fr1", "shop", "ad-1", dedicated);
        return new FoundDatabase(
                service.id(),
                "shop",
                service.product(),
                Optional.of("osc-fr1"),
                plan,
                ServiceState.RUNNING,
                service.address());
    }

    /** What a profile keeps of the service when it was chosen by its API token. */
    public HostedBy hostedBy() {
        FoundDatabase found = found();
        return new HostedBy(
                "scalingo",
                "test",
                found.name(),
                found.product(),
                found.region(),
                found.plan(),
                found.address(),
                Optional.of(scalingo.hosts().auth()));
    }

    /** Whatever is set about the service: plan, switches, hours, the window, the rules. */
    public String state() {
        return String.join(
                "\n",
                database.plan,
                database.features.toString(),
                database.periodic + " " + database.hour,
                database.weekday + " " + database.windowHour,
                String.join(" ", allowed()));
    }

    /** Whether this is on, and not being turned. */
    public boolean hasFeature(String name) {
        return "ACTIVATED".equals(database.features.get(name));
    }

    /** Somebody runs a statement in the database, since so long. */
    public void runs(int pid, String state, String query, Duration since) {
        database.queries.add(
                Map.of(
                        "pid",
                        pid,
                        "username",
                        "shop_1234",
                        "state",
                        state,
                        "query",
                        query,
                        "query_start",
                        time.instant().minus(since).toString(),
                        "query_duration",
                        since.toNanos()));
    }

    /** Somebody has turned this on, on Scalingo's dashboard. */
    public void turnedOn(String name) {
        database.features.put(name, "ACTIVATED");
    }

    @Override
    public Provider provider(OperationLog log) {
        return account().open(found(), log);
    }

    @Override
    public Clock clock() {
        return time;
    }

    @Override
    public void pass(Duration duration) {
        time.pass(duration);
    }

    @Override
    public int writes() {
        return scalingo.writes().size();
    }

    @Override
    public int effects(Act act) {
        return database.effects.getOrDefault(act, 0);
    }

    @Override
    public List<String> allowed() {
        return database.rules.stream().map(rule -> String.valueOf(rule.get("cidr"))).toList();
    }

    /** Somebody adds a rule on Scalingo's dashboard. */
    public void ruleOfOthers(String range, String label) {
        database.rules.add(
                Map.of(
                        "id",
                        database.next("r"),
                        "type",
                        "custom_range",
                        "cidr",
                        range,
                        "label",
                        label));
    }

    @Override
    public void loseNextReply() {
        weather.nextWrite(Trouble.REPLY_LOST);
    }

    @Override
    public void loseNextRequest() {
        weather.nextWrite(Trouble.REQUEST_LOST);
    }

    @Override
    public void storm(long seed) {
        weather.storm(seed);
    }

    @Override
    public void calm() {
        weather.calm();
        // longer than any pause that was asked for
        time.pass(Duration.ofMinutes(3));
    }

    @Override
    public void close() {
        scalingo.close();
    }
}
