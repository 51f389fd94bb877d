package dev.howdah.pg.proof.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.SomeShop;
import dev.howdah.pg.proof.Verdict;
import dev.howdah.pg.proof.certificate.CertificateTexts;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.TestStandby;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs that can't begin, can't see everything, or are killed. */
class ProofIncidentTest {
    private static final String PROBES =
            "SELECT coalesce(string_agg(rolname, ' ' ORDER BY rolname), '') FROM pg_roles"
                    + " WHERE rolname LIKE 'howdah\\_probe\\_%'";

    @TempDir private Path folder;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void aKilledConsoleLeavesOnlyALoginThatTheNextProofDrops(int major) throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.of(major), true)) {
            TestServer server = shop.server();
            String before = shop.state();
            try (Connection blocker = server.connect(SomeShop.DATABASE);
                    Statement locks = blocker.createStatement();
                    ChildProgram child =
                            ChildProgram.start(
                                    ProvingProgram.class,
                                    folder,
                                    server.host(),
                                    Integer.toString(server.port()),
                                    server.user(),
                                    server.password())) {
                // every trial on it waits, so that there is time to kill the console in between
                blocker.setAutoCommit(false);
                locks.execute("LOCK TABLE sales.orders, stock.parts IN ACCESS EXCLUSIVE MODE");
                Await.until(
                        "the throw-away login",
                        Duration.ofSeconds(60),
                        () -> !server.ask(PROBES).isEmpty());
                child.kill();
            }
            String left = server.ask(PROBES);
            assertTrue(left.matches("howdah_probe_[0-9a-f]{16}"), left);
            assertEquals(
                    "",
                    preview(shop).lines().filter(l -> l.contains(left)).findAny().orElse(""),
                    "not expired, so another console may be using it");

            server.run(
                    "ALTER ROLE " + left + " VALID UNTIL '2020-01-01'",
                    "CREATE ROLE howdah_probe_of_mine LOGIN CONNECTION LIMIT 1 VALID UNTIL"
                            + " '2020-01-01'");
            String preview = preview(shop);
            assertTrue(
                    preview.startsWith("DROP ROLE IF EXISTS \"" + left + "\";\nCREATE ROLE "),
                    preview);
            assertEquals(Verdict.PROVEN, shop.certificate(AccessKind.READ_ONLY).verdict());
            assertEquals("howdah_probe_of_mine", server.ask(PROBES));
            server.run("DROP ROLE howdah_probe_of_mine");
            assertEquals(before, shop.state());
        }
    }

    private static String preview(SomeShop shop) throws Exception {
        return shop.prepared(AccessKind.READ_ONLY, new ProofLogin.ThrowAway()).change().preview();
    }

    @Test
    void aLockedTableMakesTheProofIncompleteAndSaysWhich() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), true);
                Connection blocker = shop.server().connect(SomeShop.DATABASE);
                Statement locks = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            locks.execute("LOCK TABLE stock.parts IN ACCESS EXCLUSIVE MODE");
            AccessCertificate certificate = shop.certificate(AccessKind.READ_ONLY);
            blocker.rollback();

            assertEquals(Verdict.UNPROVEN, certificate.verdict());
            assertTrue(
                    certificate.databases().getFirst().unknowns().stream()
                            .anyMatch(u -> u.subject().equals("stock.parts")),
                    certificate.toString());
        }
    }

    @Test
    void whatCannotBeProvenIsSaidBeforehand() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), false)) {
            shop.server().run("CREATE ROLE proof_root SUPERUSER", "CREATE ROLE proof_foreign");
            assertEquals(
                    List.of(
                            "There is no role nobody.",
                            "proof_root is a superuser and may do everything, so there is nothing"
                                    + " to prove.",
                            "proof_admin may not make a login that is a member of proof_foreign.",
                            "No database was chosen."),
                    List.of(
                            refusal(shop, "nobody", SomeShop.DATABASE),
                            refusal(shop, "proof_root", SomeShop.DATABASE),
                            refusal(shop, "proof_foreign", SomeShop.DATABASE),
                            refusal(shop, SomeShop.READER)));
        }
    }

    private static String refusal(SomeShop shop, String role, String... databases)
            throws Exception {
        ProofRequest request =
                new ProofRequest(
                        role, AccessKind.READ_ONLY, List.of(databases), new ProofLogin.ThrowAway());
        return refused(shop, request).sentence();
    }

    private static Problem refused(SomeShop shop, ProofRequest request) throws Exception {
        var shape = shop.shape();
        Problem problem =
                assertThrows(
                                ProblemException.class,
                                () -> shop.proof().change(request, SomeShop.TARGET, shape, _ -> {}))
                        .problem();
        assertFalse(problem.remedy().isEmpty());
        return problem;
    }

    @Test
    void aDatabaseThatIsNotThereLeavesTheRestOfTheProofIncomplete() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), true)) {
            List<AccessCertificate> certificates = new ArrayList<>();
            shop.proof()
                    .change(
                            new ProofRequest(
                                    SomeShop.READER,
                                    AccessKind.READ_ONLY,
                                    List.of("no such", SomeShop.DATABASE),
                                    new ProofLogin.ThrowAway()),
                            SomeShop.TARGET,
                            shop.shape(),
                            certificates::add)
                    .action()
                    .run();
            AccessCertificate certificate = certificates.getFirst();

            assertEquals(Verdict.UNPROVEN, certificate.verdict());
            assertEquals(
                    List.of(
                            "The database no such could not be looked at. The server has no"
                                    + " database named no such."),
                    new CertificateTexts(certificate).unknowns(certificate.databases().getFirst()));
            assertEquals(6, certificate.readable());
            assertEquals("", shop.server().ask(PROBES));
        }
    }

    @Test
    void aStandbyIsRefusedAndNoPasswordIsInTheLog() throws Exception {
        try (TestServer primary =
                TestServer.start(18, Map.of("log_statement", "all", "hot_standby", "on"))) {
            SomeShop.build(primary);
            try (TestServer standby = TestStandby.of(primary, "follower");
                    SomeShop shop = SomeShop.on(primary, true)) {
                shop.certificate(AccessKind.READ_ONLY);
                String log = primary.settledLog();
                assertTrue(log.contains("CREATE ROLE \"howdah_probe_"));
                List<String> clear =
                        Pattern.compile("LOGIN INHERIT PASSWORD\\s+'(?!SCRAM-SHA-256\\$)")
                                .matcher(log)
                                .results()
                                .map(found -> found.group())
                                .toList();
                assertEquals(List.of(), clear);

                try (SomeShop follower = SomeShop.looking(standby)) {
                    Problem problem =
                            refused(
                                    follower,
                                    new ProofRequest(
                                            SomeShop.READER,
                                            AccessKind.READ_ONLY,
                                            List.of(SomeShop.DATABASE),
                                            new ProofLogin.ThrowAway()));
                    assertEquals(Kind.NOT_SUPPORTED, problem.kind());
                    assertEquals(
                            "This server is a standby, on which nothing can be tried.",
                            problem.sentence());
                }
            }
        }
    }
}
