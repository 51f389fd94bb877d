package dev.howdah.ui.users.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.history.CertificateHistory;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.pg.proof.certificate.Drift;
import dev.howdah.pg.proof.run.AccessProof;
import dev.howdah.pg.proof.run.ProofLogin;
import dev.howdah.pg.proof.run.ProofRequest;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proof of a reader with a gap on a real server, and its drift, as the page shows them. */
class ProofViewTest {
    private static final String ROLE = "analyst01";

    private static RoleProof proof;

    @TempDir Path folder;

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = SomeSessions.nowhere();
    private final ProofViewModel model = new ProofViewModel();

    @BeforeAll
    static void proveAReader() throws Exception {
        Fx.start();
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.run(
                    "REVOKE TEMPORARY ON DATABASE postgres FROM PUBLIC",
                    "CREATE ROLE " + ROLE + " LOGIN",
                    "CREATE SCHEMA orders",
                    "CREATE TABLE orders.items (sku int)",
                    "CREATE TABLE orders.secret (id int)",
                    "GRANT USAGE ON SCHEMA orders TO " + ROLE,
                    "GRANT SELECT ON orders.items TO " + ROLE);
            PgTarget home =
                    PgTarget.of(
                            server.host(),
                            server.port(),
                            "postgres",
                            server.user(),
                            TlsMode.DISABLE);
            Secret password = Secret.of(server.password());
            try (PgPool pool = new PgPool(home, () -> password)) {
                proof = proven(server, pool, home, password);
            }
        }
    }

    private static RoleProof proven(TestServer server, PgPool pool, PgTarget home, Secret password)
            throws Exception {
        Clock clock = Clock.systemUTC();
        PgReader reader = new PgReader(pool, clock);
        ExpectedAccess expected = new ExpectedAccess(ROLE, AccessKind.READ_ONLY);
        reader.ask(new RoleAccessQuery(List.of(expected)));
        List<AccessCertificate> certificates = new ArrayList<>();
        new AccessProof(
                        home,
                        reader,
                        new PgWriter(pool),
                        new PgVisits(pool, () -> password, clock),
                        clock)
                .change(
                        new ProofRequest(
                                ROLE,
                                AccessKind.READ_ONLY,
                                List.of("postgres"),
                                new ProofLogin.ThrowAway()),
                        new ChangeTarget("orders-prod", Environment.PRODUCTION, false),
                        Objects.requireNonNull(pool.lastShape()),
                        certificates::add)
                .action()
                .run();
        server.run("GRANT INSERT ON orders.items TO " + ROLE);
        return new RoleProof(
                certificates.getFirst(),
                List.of(
                        Drift.between(
                                certificates.getFirst(),
                                reader.ask(new RoleAccessQuery(List.of(expected))))));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void tellsTheVerdictTheGapsAndWhatIsNewSinceThen() {
        model.look(ROLE);
        model.show(Map.of(ROLE, proof));

        ProofViewModel.Page page = model.page().get();
        assertEquals(
                "analyst01 changes no data and has 2 gaps: it reads 1 of 2 tables and writes 0.",
                page.verdict());
        assertEquals(
                List.of(
                        "true A table in the schema orders can't be read: secret.",
                        "true Tables that postgres makes later in the schema orders will not be"
                                + " readable."),
                page.gaps().stream().map(gap -> gap.fixable() + " " + gap.sentence()).toList());
        assertEquals(
                List.of("A table in the schema orders can be written through analyst01: items."),
                page.appeared().stream().map(ProofViewModel.GapLine::sentence).toList());
        assertEquals(List.of(), page.drift());
        assertEquals(20, page.probes().size());
        assertEquals(RoleProof.Mark.DRIFTED, proof.mark());
    }

    @Test
    void invitesToProveARoleThatNobodyProved() {
        model.show(Map.of(ROLE, proof));
        model.look("somebody else");

        assertEquals("Nobody has tried yet what this role can do.", model.page().get().verdict());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsTheProofAndTheInvitation(Fx.Look look) throws Exception {
        RoleProofs proofs = new RoleProofs(session, workbench, new CertificateHistory(folder));
        Parent view =
                Fx.call(() ->
                        FxmlViews.load(
                                new ProofController(
                                        model,
                                        new RoleProving(session, workbench, proofs),
                                        workbench,
                                        ZoneOffset.UTC)));
        assertTrue(view.lookup("#prove").isDisabled());
        Fx.run(() -> model.look(ROLE));
        assertFalse(view.lookup("#prove").isDisabled());
        assertTrue(Files.size(Fx.picture(view, "proof-none", look, 480, 520)) > 3_000);
        Fx.run(() -> model.show(Map.of(ROLE, proof)));
        assertTrue(Files.size(Fx.picture(view, "proof", look, 480, 720)) > 5_000);
    }
}
