package dev.howdah.ui.users.proof;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.catalog.RoleDatabasesQuery;
import dev.howdah.pg.proof.fix.GapFix;
import dev.howdah.pg.proof.run.AccessProof;
import dev.howdah.pg.proof.run.ProofLogin;
import dev.howdah.pg.proof.run.ProofRequest;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.newuser.MadeUser;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Proves what roles can do, and closes the gaps that were found; each as a change. */
public final class RoleProving {
    private static final Texts TEXTS = Texts.of(RoleProving.class);

    private final Session session;
    private final Workbench workbench;
    private final RoleProofs proofs;
    private final AccessProof proof;

    public RoleProving(Session session, Workbench workbench, RoleProofs proofs) {
        this.session = session;
        this.workbench = workbench;
        this.proofs = proofs;
        this.proof =
                new AccessProof(
                        session.profile().target(),
                        session.reader(),
                        session.writer(),
                        session.visits(),
                        Clock.systemUTC());
    }

    /**
     * Proposes the proof to the person; JavaFX thread, returns at once.
     *
     * @param before the last certificate, whose databases are proven again, beside every other one
     *     in which the role was granted something; without one the database we are connected to
     * @param refused gets the reason why this role can't be proven here, on the JavaFX thread
     */
    void prove(
            String role,
            AccessKind expected,
            Optional<AccessCertificate> before,
            Consumer<Problem> refused) {
        List<String> known =
                before.map(certificate ->
                                certificate.databases().stream()
                                        .map(DatabaseProof::database)
                                        .toList())
                        .orElse(List.of(home()));
        prove(
                () ->
                        new ProofRequest(
                                role,
                                expected,
                                session.reader().ask(new RoleDatabasesQuery(role, known)),
                                new ProofLogin.ThrowAway()),
                refused);
    }

    /** Says what is to be proven; called in the background, may block. */
    @FunctionalInterface
    private interface Wish {
        ProofRequest request() throws ProblemException;
    }

    private String home() {
        return session.profile().target().database();
    }

    /** Goes on from a user that was just made, as that user itself, in all of its databases. */
    public void prove(MadeUser made) {
        AccessKind kind =
                switch (made.kind()) {
                    case READ_ONLY -> AccessKind.READ_ONLY;
                    case READ_WRITE -> AccessKind.READ_WRITE;
                };
        // A copy, because the form wipes its own when it is closed.
        Secret password = Secret.of(made.password().reveal());
        List<String> databases = made.databases().isEmpty() ? List.of(home()) : made.databases();
        prove(
                () ->
                        new ProofRequest(
                                made.name(), kind, databases, new ProofLogin.OwnPassword(password)),
                workbench::say);
    }

    private void prove(Wish wish, Consumer<Problem> refused) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        Change change =
                                proof.change(
                                        wish.request(), session.target(), shape(), proofs::keep);
                        workbench
                                .uiThread()
                                .execute(() -> workbench.confirm(change, _ -> proofs.look()));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> refused.accept(e.problem()));
                    }
                });
    }

    private ServerShape shape() throws ProblemException {
        ServerShape shape = session.shape();
        if (shape == null) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.UNREACHABLE,
                            TEXTS.text("proof.notConnected"),
                            TEXTS.text("proof.notConnected.remedy")));
        }
        return shape;
    }

    /** Proposes to close a gap, and looks again afterwards; returns at once. */
    void fix(Gap gap, String database, String role, Consumer<Problem> refused) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        Change change =
                                GapFix.change(
                                        gap, database, role, session.target(), session.visits());
                        workbench
                                .uiThread()
                                .execute(() ->
                                        workbench.confirm(
                                                change,
                                                _ -> {
                                                    proofs.lookAgainIn(database);
                                                    session.retry();
                                                }));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> refused.accept(e.problem()));
                    }
                });
    }
}
