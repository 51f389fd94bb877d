package dev.howdah.provider.scalingo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.scalingo.FakeScalingo.Trouble;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingoChangesTest {
    private static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.STAGING, false);
    private static final Secret PASSWORD = Secret.of("a-password-of-24-letters-or-so");

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
    void showsExactlyWhatItWillSendAndMasksThePassword() throws Exception {
        Provider provider = stages.shared(false);
        provider.facts();

        Change change = provider.createUser(TARGET, "analyst_1", true, PASSWORD);

        String base = stages.stage().scalingo.base();
        assertEquals(
                "POST "
                        + base
                        + "/api/databases/ad-1/users\n"
                        + "{\"database_user\":{\"database_id\":\"ad-1\",\"name\":\"analyst_1\","
                        + "\"read_only\":true,\"password\":\"•••\","
                        + "\"password_confirmation\":\"•••\"}}",
                change.preview());
        change.action().run();
        assertTrue(stages.stage().scalingo.asked().getLast().body().contains(PASSWORD.reveal()));
        assertFalse(stages.log().of(provider.id()).toString().contains(PASSWORD.reveal()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "Capital_1", "1_begins", "has-hyphen", "has space", "a\"b"})
    void refusesNamesThatScalingoDoesNotTake(String name) throws Exception {
        Provider provider = stages.shared(false);

        ProblemException refusal =
                assertThrows(
                        ProblemException.class,
                        () -> provider.createUser(TARGET, name, false, PASSWORD));

        assertEquals(Kind.BAD_INPUT, refusal.problem().kind());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void handsOverThePasswordThatScalingoMade(boolean documented) throws Exception {
        Provider provider = stages.shared(documented);
        List<String> got = new ArrayList<>();
        ProviderUser user = new ProviderUser("analyst_1", true, false, Optional.empty());

        provider.resetPassword(TARGET, user, secret -> got.add(secret.reveal())).action().run();

        assertEquals(List.of("made-by-scalingo-0123456789"), got);
        assertEquals(
                Kind.NOT_PERMITTED,
                assertThrows(
                                ProblemException.class,
                                () -> provider.dropUser(TARGET, provider.users().getFirst()))
                        .problem()
                        .kind());
    }

    @Test
    void aTokenThatIsVoidInTheMiddleOfAnOperationIsRenewed() throws Exception {
        Provider provider = stages.shared(false);
        Change change = provider.changePlan(TARGET, provider.facts(), provider.plans().getLast());
        change.action().run();
        stages.stage().pass(Duration.ofSeconds(20));
        stages.stage().scalingo.next(Trouble.TOKENS_VOID);

        String sentence =
                new Operations(provider, stages.log(), stages.stage().clock())
                        .look()
                        .getFirst()
                        .sentence();

        assertEquals("Scalingo is at work; it calls the database \"updating\".", sentence);
    }

    @Test
    void somebodyElseAtWorkIsSeenBeforeAnythingIsSent() throws Exception {
        Provider provider = stages.shared(false);
        Change change = provider.changePlan(TARGET, provider.facts(), provider.plans().getLast());
        stages.stage().database.status = "updating";

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> change.action().run());

        assertEquals(Kind.LOCKED, refusal.problem().kind());
        assertEquals(List.of(), stages.stage().scalingo.writes());
        assertEquals(List.of(), stages.log().of(provider.id()));
    }

    @Test
    void anAllowlistThatSomebodyElseChangedIsNotOverwritten() throws Exception {
        Provider provider = stages.dedicated();
        Allowlist seen = provider.allowlist();
        Change change =
                provider.changeAllowlist(
                        TARGET,
                        seen,
                        List.of(AllowRule.of(Cidr.parse("203.0.113.7").orElseThrow(), "me")));
        stages.stage().database.rules.clear();

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> change.action().run());

        assertEquals(Kind.LOCKED, refusal.problem().kind());
        assertEquals(0, stages.stage().writes());
    }

    @Test
    void letsInBeforeItShutsOut() throws Exception {
        Provider provider = stages.dedicated();
        provider.changeAllowlist(
                        TARGET,
                        provider.allowlist(),
                        List.of(AllowRule.of(Cidr.parse("203.0.113.7").orElseThrow(), "me")))
                .action()
                .run();

        assertEquals(
                List.of(
                        "POST /api/databases/ad-1/firewall_rules",
                        "DELETE /api/databases/ad-1/firewall_rules/r1"),
                stages.stage().scalingo.writes());
    }

    @Test
    void refusesWhatTheFirewallDoesNotTake() throws Exception {
        Provider provider = stages.dedicated();
        Allowlist seen = provider.allowlist();
        List<AllowRule> many = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            many.add(AllowRule.of(Cidr.parse("10.0.0." + i).orElseThrow(), ""));
        }
        AllowRule v6 = AllowRule.of(Cidr.parse("2001:db8::/32").orElseThrow(), "");
        AllowRule labelled =
                new AllowRule(
                        Optional.empty(), new AllowRule.Managed("mr-osc-fr1", "region"), "label");

        for (List<AllowRule> wanted :
                List.of(
                        many,
                        List.of(v6),
                        List.of(labelled),
                        List.of(many.getFirst(), many.getFirst()))) {
            ProblemException refusal =
                    assertThrows(
                            ProblemException.class,
                            () -> provider.changeAllowlist(TARGET, seen, wanted));
            assertEquals(Kind.BAD_INPUT, refusal.problem().kind());
        }
    }

    @Test
    void warnsThatTheOldestBackupGoes() throws Exception {
        Provider provider = stages.shared(false);
        for (int i = 0; i < 10; i++) {
            stages.stage()
                    .database
                    .backups
                    .add(
                            new LinkedHashMap<>(
                                    Map.of(
                                            "id",
                                            "old" + i,
                                            "status",
                                            "done",
                                            "method",
                                            "manual",
                                            "created_at",
                                            "2026-11-0" + i + "T01:00:00Z")));
        }
        stages.stage().database.backups.getFirst().put("created_at", "2026-10-31T01:00:00Z");

        Change change = provider.backUpNow(TARGET, provider.backups());

        assertEquals(
                List.of(
                        "The oldest backup on demand, of 2026-10-31T01:00:00Z, is thrown away:"
                                + " Scalingo keeps 10."),
                change.warnings());
    }

    @Test
    void refusesAMomentOutsideTheWindowThatIsReadAgain() throws Exception {
        Provider provider = stages.shared(false);
        RecoveryWindow window = provider.recoveryWindow();
        Change change =
                provider.recover(
                        TARGET,
                        window,
                        ScalingoStage.NOON.minus(Duration.ofDays(2)),
                        Optional.empty());
        stages.stage().database.earliest = ScalingoStage.NOON.minus(Duration.ofDays(1));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> change.action().run());

        assertEquals(Kind.BAD_INPUT, refusal.problem().kind());
        assertEquals(0, stages.stage().writes());
    }

    @Test
    void endsAStatementOnlyWhileItIsStillTheSame() throws Exception {
        Provider provider = stages.shared(false);
        Map<String, Object> query =
                new LinkedHashMap<>(
                        Map.of(
                                "pid",
                                4711,
                                "username",
                                "app",
                                "state",
                                "active",
                                "query",
                                "SELECT 1",
                                "query_start",
                                "2026-11-21T11:59:00Z",
                                "query_duration",
                                60_000_000_000L));
        stages.stage().database.queries.add(query);
        RunningQuery running = provider.runningQueries().getFirst();
        assertEquals(Optional.of(Duration.ofMinutes(1)), running.runningFor());
        query.put("query_start", "2026-11-21T11:59:59Z");

        assertThrows(
                ProblemException.class,
                () -> provider.endQuery(TARGET, running, true).action().run());
        assertEquals(1, stages.stage().database.queries.size());

        provider.endQuery(TARGET, provider.runningQueries().getFirst(), true).action().run();
        assertEquals(0, stages.stage().database.queries.size());
    }
}
