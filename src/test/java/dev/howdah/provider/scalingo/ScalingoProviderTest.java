package dev.howdah.provider.scalingo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceConnection.Reachable;
import dev.howdah.provider.service.ServiceConnection.Tls;
import dev.howdah.provider.service.ServiceConnection.TunnelHost;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode.Role;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.provider.service.Switch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingoProviderTest {
    private static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.STAGING, false);

    @TempDir private Path folder;

    private ScalingoStages stages;

    @BeforeEach
    void start() throws IOException {
        stages = new ScalingoStages(folder);
    }

    @AfterEach
    void stop() {
        stages.close();
    }

    @Test
    void findsTheDatabasesOfAnAccount() throws Exception {
        stages.shared(false);

        List<FoundDatabase> found = stages.stage().account().services(_ -> {});

        assertEquals(
                List.of(
                        new FoundDatabase(
                                "scalingo/osc-fr1/ad-1",
                                "shop / shop-1234",
                                "shared",
                                Optional.of("osc-fr1"),
                                "postgresql-starter-512",
                                ServiceState.RUNNING,
                                Map.of("app", "shop", "addon", "ad-1"))),
                found);
        assertEquals(
                List.of(
                        "POST /v1/tokens/exchange",
                        "GET /v1/regions",
                        "GET /v1/apps",
                        "GET /v1/databases",
                        "GET /v1/apps/shop/addons"),
                stages.asked());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsADedicatedDatabaseOnceWhetherItIsAmongTheAppsOrNot(boolean documented)
            throws Exception {
        stages.dedicated(documented);

        List<FoundDatabase> found = stages.stage().account().services(_ -> {});

        assertEquals(
                List.of("scalingo/osc-fr1/ad-1"), found.stream().map(each -> each.id()).toList());
        assertEquals("dedicated", found.getFirst().product());
    }

    @Test
    void asksForEachTokenOnceAndKeepsIt() throws Exception {
        Provider provider = stages.shared(false);
        provider.users();
        provider.users();

        assertEquals(
                List.of(
                        "POST /v1/tokens/exchange",
                        "GET /v1/regions",
                        "POST /v1/apps/shop/addons/ad-1/token",
                        "GET /api/databases/ad-1/users",
                        "GET /api/databases/ad-1/users"),
                stages.asked());
    }

    @Test
    void asksWhereAppsAreOnceDatabasesHaveNoHostOfTheirOwn() throws Exception {
        Provider provider = stages.shared(true);
        provider.users();

        assertEquals("GET /v1/databases/ad-1/users", stages.asked().getLast());
        assertFalse(stages.asked().contains("POST /v1/apps/shop/addons/ad-1/token"));
    }

    @Test
    void readsTheFacts() throws Exception {
        Provider provider = stages.shared(false);
        stages.stage().database.features.put("force-ssl", "ACTIVATED");
        stages.stage().database.features.put("publicly-available", "PENDING_TO_REMOVE");
        stages.stage().database.features.put("redis-aof", "ACTIVATED");

        ServiceFacts facts = provider.facts();

        assertEquals(ServiceState.RUNNING, facts.state());
        assertEquals("postgresql-starter-512", facts.plan());
        assertEquals("16.13.0-2", facts.version());
        assertEquals(
                Map.of(
                        Switch.FORCE_TLS, Switch.Position.ON,
                        Switch.PUBLIC_ACCESS, Switch.Position.TURNING_OFF),
                facts.switches());
        assertEquals("publicly-available", facts.switchWords().get(Switch.PUBLIC_ACCESS));
        assertEquals(List.of("redis-aof"), facts.otherFeatures());
        assertEquals(
                List.of(Role.LEADER, Role.FOLLOWER, Role.GATEWAY),
                facts.nodes().stream().map(node -> node.role()).toList());
        assertEquals("n2", facts.nodes().getFirst().id());
        assertEquals(List.of(1), facts.schedule().orElseThrow().hoursUtc());
        assertEquals(DayOfWeek.SUNDAY, facts.window().orElseThrow().dayUtc());
        assertTrue(facts.settled());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsMetricsUnderBothSetsOfNames(boolean documented) throws Exception {
        List<Metric> metrics = stages.shared(documented).metrics();

        Metric memory =
                metrics.stream()
                        .filter(each -> each.kind() == Metric.Kind.MEMORY)
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                new Metric(
                        Metric.Kind.MEMORY,
                        Optional.empty(),
                        100,
                        OptionalDouble.of(180),
                        OptionalDouble.of(512)),
                memory);
        assertEquals(412, memory.free().orElse(0));
        assertEquals(8, metrics.size());
        assertTrue(
                metrics.contains(
                        new Metric(
                                Metric.Kind.CPU,
                                Optional.of("n2"),
                                11,
                                OptionalDouble.empty(),
                                OptionalDouble.empty())));
    }

    @Test
    void takesTheConnectionFromTheVariablesAndProposesTheTunnel() throws Exception {
        ServiceConnection connection = stages.shared(false).connection();

        assertEquals("shop_1234", connection.user());
        assertEquals("shop_1234", connection.database());
        assertEquals("p@ss+word", connection.password().orElseThrow().reveal());
        assertEquals("shop-1234.postgresql.example", connection.endpoints().getFirst().host());
        assertEquals(31_000, connection.endpoints().getFirst().port());
        assertEquals(Tls.OFFERED, connection.endpoints().getFirst().tls());
        assertEquals(Reachable.PRIVATE, connection.endpoints().getFirst().reachable());
        assertEquals(
                Optional.of(new TunnelHost("ssh.osc-fr1.example", 22, "git")), connection.tunnel());
        assertEquals(Optional.of(Duration.ofMinutes(30)), connection.idleLimit());
        assertFalse(connection.toString().contains("p@ss"));
    }

    @Test
    void neverTakesTheAddressOfTheOtherDatabaseOfItsApp() throws Exception {
        Provider provider = stages.shared(false);
        FakeDatabase first = stages.stage().database;
        FakeDatabase second =
                stages.stage()
                        .scalingo
                        .add(
                                new FakeDatabase(
                                        "ad-2",
                                        first.app,
                                        false,
                                        first.plan,
                                        stages.stage().time.instant(),
                                        new BehindTheFake() {}));
        second.resource = "shop-5678";
        assertEquals("shop_1234", provider.connection().database(), "named after its resource");

        first.resource = "renamed";
        first.hostname = "shop-1234.postgresql.example:31000";
        assertEquals("shop_1234", provider.connection().database(), "at the host the API tells");

        first.hostname = "shop-5678.postgresql.example:31000";
        Problem problem = assertThrows(ProblemException.class, provider::connection).problem();
        assertEquals(
                new Problem(
                        Problem.Kind.NOT_SUPPORTED,
                        "The app shop has 2 PostgreSQL databases, and its variables do not tell"
                                + " which address is that of this one.",
                        "Look the address up in Scalingo's dashboard, and enter host, port,"
                                + " database and user yourself.",
                        ""),
                problem);
    }

    @Test
    void takesTheEndpointsOfADedicatedDatabase() throws Exception {
        ServiceConnection connection = stages.dedicated().connection();

        assertEquals("db.example", connection.endpoints().getFirst().host());
        assertEquals(Reachable.ALLOWLISTED, connection.endpoints().getFirst().reachable());
        assertEquals(Tls.REQUIRED, connection.endpoints().getFirst().tls());
        assertEquals(Optional.empty(), connection.tunnel());
    }

    @Test
    void tellsPlansWithPriceAndPromises() throws Exception {
        List<PlanOffer> plans = stages.shared(false).plans();

        PlanOffer starter = plans.get(1);
        assertTrue(starter.current());
        assertEquals(new BigDecimal("7.20"), starter.plan().price().orElseThrow().perMonth());
        assertEquals(OptionalInt.of(30), starter.plan().maxConnections());
        PlanOffer business = plans.get(2);
        assertEquals(512L << 20, starter.plan().memoryBytes().orElse(0));
        assertEquals(Duration.ofDays(7), business.plan().recoverable().orElseThrow());
        assertEquals(
                Optional.of(Duration.ofSeconds(5)), business.interruption().orElseThrow().atMost());
        assertEquals(Optional.of(Duration.ZERO), plans.getFirst().plan().recoverable());
    }

    @Test
    void aDedicatedDatabaseOnlyGrows() throws Exception {
        Provider provider = stages.dedicated();
        stages.stage().database.plan = "postgresql-dr-business-8192";

        assertEquals(
                Optional.of("A dedicated database only grows: its disk can't be made smaller."),
                provider.plans().getFirst().whyNot());
        stages.stage().database.plan = "postgresql-dr-starter-4096";
        assertEquals(
                Optional.of("There is no way back to a smaller plan."),
                provider.changePlan(TARGET, provider.facts(), provider.plans().getLast())
                        .notes()
                        .oneWay());
    }

    @Test
    void saysWhatEachProductLacks() throws Exception {
        Provider shared = stages.shared(false);
        assertEquals(
                Optional.of(
                        "A shared database has no list of addresses: internet access is on or"
                                + " off for everybody."),
                shared.capabilities().whyNot(Capability.ALLOWLIST));
        stop();
        Provider dedicated = stages.dedicated();
        assertTrue(dedicated.capabilities().offers(Capability.ALLOWLIST));
        assertFalse(dedicated.capabilities().offers(Capability.BACKUPS));
        assertFalse(dedicated.capabilities().offers(Capability.FORCE_TLS));
    }

    @Test
    void downloadsABackup() throws Exception {
        Provider provider = stages.shared(false);
        provider.backUpNow(TARGET, provider.backups()).action().run();
        BackupEntry entry = provider.backups().entries().getFirst();

        try (BackupFile file = provider.download(entry, 0, "")) {
            assertEquals("20261121_shop-1234.tar.gz", file.name());
            assertEquals(
                    "line 1\nline 2\n",
                    new String(file.content().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(14, file.totalBytes().orElse(0));
        }
    }

    @Test
    void tellsEventsOfDatabasesOnlyAndLogsAsPlainText() throws Exception {
        Provider provider = stages.shared(false);

        assertEquals(
                List.of("The plan was changed."),
                provider.events(10).stream().map(event -> event.sentence()).toList());
        assertEquals("ann", provider.events(10).getFirst().who());
        assertEquals(List.of("line 1", "line 2"), provider.log(10));
    }
}
