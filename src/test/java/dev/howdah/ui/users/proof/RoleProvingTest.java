package dev.howdah.ui.users.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.history.CertificateHistory;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.Verdict;
import dev.howdah.pg.proof.certificate.Drift;
import dev.howdah.pg.roles.DatabasesQuery;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.users.newuser.MadeUser;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user of several databases is proven in all of them, at first and again. */
class RoleProvingTest {
    private static final TestServer SERVER = TestServer.newest();
    private static final String USER = "proving_anna";
    private static final List<String> DATABASES = List.of("proving_a", "proving_b", "proving_c");

    @TempDir private Path folder;

    private final SomeWorkbench workbench = new SomeWorkbench();
    private CertificateHistory history;
    private Session session;
    private RoleProofs proofs;
    private RoleProving proving;

    @BeforeAll
    static void startFx() {
        Fx.start();
    }

    @BeforeEach
    void open() throws SQLException {
        clear();
        SERVER.run("CREATE ROLE " + USER + " LOGIN PASSWORD 'proving password'");
        for (String database : DATABASES) {
            SERVER.run(
                    "CREATE DATABASE " + database,
                    "REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
            SERVER.runIn(database, "CREATE TABLE things (id int)");
        }
        for (String database : List.of("proving_a", "proving_b")) {
            SERVER.runIn(
                    database,
                    "GRANT SELECT ON things TO " + USER,
                    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + USER);
        }
        history = new CertificateHistory(folder);
        session = SomeSessions.on(SERVER, "proving_a");
        proofs = new RoleProofs(session, workbench, history);
        proving = new RoleProving(session, workbench, proofs);
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        clear();
    }

    private static void clear() throws SQLException {
        for (String database : DATABASES) {
            SERVER.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        SERVER.run("DROP ROLE IF EXISTS " + USER);
    }

    @Test
    void proofAndDriftCoverEveryDatabaseOfTheUser() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        session.reader().ask(new DatabasesQuery());
        proving.prove(
                new MadeUser(
                        USER,
                        NewUser.Kind.READ_ONLY,
                        Secret.of("proving password"),
                        ChangeOutcome.done("made"),
                        List.of("proving_a", "proving_b"),
                        List.of()));
        Change first = nextChange();
        first.progress().orElseThrow().listen(said::add);
        first.action().run();
        AccessCertificate made = newest();
        assertEquals(List.of("proving_a", "proving_b"), databases(made));
        assertEquals(Verdict.PROVEN, made.verdict());
        assertEquals(List.of("Database 1 of 2: proving_a", "Database 2 of 2: proving_b"), said);

        SERVER.runIn("proving_c", "GRANT SELECT ON things TO " + USER);
        SERVER.runIn("proving_b", "GRANT DELETE ON things TO " + USER);
        SERVER.runIn("proving_b", "REVOKE DELETE ON things FROM PUBLIC");
        proofs.look();
        RoleProof drifted = looked(made);
        assertEquals(
                List.of("proving_a [] ", "proving_b [WRITABLE] "),
                drifted.drifts().stream().map(RoleProvingTest::told).toList());
        assertEquals(RoleProof.Mark.DRIFTED, drifted.mark());

        proving.prove(USER, AccessKind.READ_ONLY, Optional.of(made), _ -> {});
        nextChange().action().run();
        assertEquals(DATABASES, databases(newest()));
        assertEquals(Verdict.NOT_READ_ONLY, newest().verdict());

        SERVER.run("ALTER DATABASE proving_b ALLOW_CONNECTIONS false");
        proving.prove(USER, AccessKind.READ_ONLY, Optional.of(newest()), _ -> {});
        nextChange().action().run();
        assertEquals(DATABASES, databases(newest()));
        assertEquals(
                List.of(0, 1, 0),
                newest().databases().stream().map(each -> each.unknowns().size()).toList());
        proofs.look();
        RoleProof partly = looked(newest());
        assertEquals(List.of("proving_b"), partly.notLookedAt());
        ProofViewModel page = new ProofViewModel();
        page.look(USER);
        page.show(Map.of(USER, partly));
        assertEquals(
                List.of(
                        "Nothing has changed for proving_anna in proving_a, proving_c since the"
                                + " certificate, by catalog.",
                        "One database of the proof was not looked at since: proving_b."),
                page.page().get().drift().stream().map(notice -> notice.sentence()).toList());
    }

    @Test
    void aStoppedProofMakesNoCertificateAndLeavesNothing() throws Exception {
        session.reader().ask(new DatabasesQuery());
        proving.prove(USER, AccessKind.READ_ONLY, Optional.empty(), _ -> {});
        Change change = nextChange();
        ChangeProgress progress = change.progress().orElseThrow();
        progress.listen(text -> {
            if (text.startsWith("Database 2")) {
                progress.stop();
            }
        });

        ChangeOutcome outcome = change.action().run();

        assertEquals(
                "PARTLY The proof was stopped after looking into 2 of 2 databases, so there is no"
                        + " new certificate; the one of before stays. Nothing was changed.",
                outcome.status() + " " + outcome.sentence());
        assertTrue(history.all().isEmpty());
        assertEquals(
                "0",
                SERVER.ask("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'howdah\\_probe%'"));
    }

    private Change nextChange() {
        Await.until("a change", () -> !workbench.changes.isEmpty());
        return workbench.changes.removeLast();
    }

    private AccessCertificate newest() throws Exception {
        return history.all().getFirst();
    }

    /** What was found when this certificate was compared. */
    private RoleProof looked(AccessCertificate certificate) {
        Await.until(
                "the drift",
                () ->
                        Optional.ofNullable(proofs.byRole().get().get(USER))
                                .filter(proof -> proof.certificate().equals(certificate))
                                .isPresent());
        return Objects.requireNonNull(proofs.byRole().get().get(USER));
    }

    private static List<String> databases(AccessCertificate certificate) {
        return certificate.databases().stream().map(DatabaseProof::database).toList();
    }

    private static String told(Drift drift) {
        return drift.database()
                + " "
                + drift.appeared().stream().map(gap -> gap.kind()).toList()
                + " "
                + (drift.state() == Drift.State.COMPARED ? "" : drift.state());
    }
}
