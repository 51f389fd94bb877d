package dev.howdah.pg.proof.run;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.certificate.CertificateTexts;
import dev.howdah.pg.proof.deed.ThrowAwayLogin;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proves what a role can do. The proof is a {@link Change}, because it makes a login and drops it
 * again and tries writes that are rolled back; its fruit is an {@link AccessCertificate}.
 */
public final class AccessProof {
    private static final Texts TEXTS = Texts.of(AccessProof.class);

    private final PgTarget home;
    private final PgReader reader;
    private final PgWriter writer;
    private final PgVisits visits;
    private final Clock clock;

    public AccessProof(
            PgTarget home, PgReader reader, PgWriter writer, PgVisits visits, Clock clock) {
        this.home = home;
        this.reader = reader;
        this.writer = writer;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Describes the proof, and drops what a killed console left behind as part of it. Blocks: it
     * asks the server whether the proof can begin.
     *
     * @param shape of the server, as it was read at connect
     * @param certified gets the certificate when the change has run, on the thread that runs it and
     *     before the outcome; not called when the proof failed as a whole
     * @throws ProblemException with the reason why this role can't be proven here
     */
    public Change change(
            ProofRequest request,
            ChangeTarget target,
            ServerShape shape,
            Consumer<AccessCertificate> certified)
            throws ProblemException {
        ProofGroundSnapshot ground = checkedGround(request);
        ThrowAwayLogin login = ThrowAwayLogin.random();
        ChangeProgress progress = new ChangeProgress();
        Course course = new Course(request, target, shape, progress);
        return Change.of(
                        TEXTS.text("proof.title", request.role()),
                        target,
                        preview(request, login, shape, ground.leftovers()),
                        warnings(request, ground),
                        () -> run(course, login, ground.leftovers(), certified))
                .withProgress(progress)
                .noting(notes -> notes.oneWay(TEXTS.text("proof.oneWay")));
    }

    /** What one proof goes by from its beginning to its end. */
    private record Course(
            ProofRequest request,
            ChangeTarget target,
            ServerShape shape,
            ChangeProgress progress) {}

    private ProofGroundSnapshot checkedGround(ProofRequest request) throws ProblemException {
        ProofGroundSnapshot ground = reader.ask(new ProofGroundQuery(request.role()));
        boolean throwAway = request.login() instanceof ProofLogin.ThrowAway;
        if (ground.inRecovery()) {
            throw refusal(Problem.Kind.NOT_SUPPORTED, "proof.standby");
        } else if (request.databases().isEmpty()) {
            throw refusal(Problem.Kind.BAD_INPUT, "proof.noDatabase");
        } else if (!ground.roleExists()) {
            throw refusal(Problem.Kind.BAD_INPUT, "proof.noRole", request.role());
        } else if (ground.roleIsSuperuser()) {
            throw refusal(Problem.Kind.BAD_INPUT, "proof.superuser", request.role());
        } else if (throwAway && !ground.mayMakeLogins()) {
            throw refusal(
                    Problem.Kind.NOT_PERMITTED,
                    "proof.notAllowed",
                    ground.ourUser(),
                    request.role());
        }
        return ground;
    }

    private static ProblemException refusal(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy", arguments)));
    }

    private static String preview(
            ProofRequest request, ThrowAwayLogin login, ServerShape shape, List<String> leftovers) {
        List<Sql> before = new ArrayList<>();
        List<Sql> after = new ArrayList<>();
        leftovers.forEach(leftover -> before.add(ThrowAwayLogin.removal(leftover)));
        if (request.login() instanceof ProofLogin.ThrowAway) {
            before.addAll(login.preview(request.role(), shape.atLeast(16)));
            after.add(login.removal());
        }
        StringBuilder text = new StringBuilder();
        before.forEach(sql -> text.append(sql.text()).append(";\n"));
        text.append(
                TEXTS.text("proof.trials", request.role(), String.join(", ", request.databases())));
        after.forEach(sql -> text.append('\n').append(sql.text()).append(';'));
        return text.toString();
    }

    private static List<String> warnings(ProofRequest request, ProofGroundSnapshot ground) {
        List<String> warnings = new ArrayList<>();
        if (request.login() instanceof ProofLogin.ThrowAway) {
            warnings.add(TEXTS.text("proof.warning.login"));
        }
        if (!ground.leftovers().isEmpty()) {
            warnings.add(TEXTS.text("proof.warning.leftovers", ground.leftovers().size()));
        }
        warnings.add(TEXTS.text("proof.warning.trials"));
        return warnings;
    }

    private ChangeOutcome run(
            Course course,
            ThrowAwayLogin login,
            List<String> leftovers,
            Consumer<AccessCertificate> certified)
            throws ProblemException {
        ProofRequest request = course.request();
        ProofGroundSnapshot ground = checkedGround(request);
        if (!leftovers.isEmpty()) {
            writer.run(leftovers.stream().map(ThrowAwayLogin::removal).toList());
        }
        List<DatabaseProof> proofs;
        String left = "";
        switch (request.login()) {
            case ProofLogin.OwnPassword(var password) ->
                    proofs = proofs(course, request.role(), password);
            case ProofLogin.ThrowAway() -> {
                writer.run(
                        login.creation(
                                request.role(), course.shape().atLeast(16), ground.inTenMinutes()));
                try {
                    proofs = proofs(course, login.name(), login.password());
                } finally {
                    left = dropped(login, ground.inTenMinutes());
                    login.password().wipe();
                }
            }
        }
        if (proofs.size() < request.databases().size() || course.progress().isStopped()) {
            return stopped(proofs.size(), request.databases().size(), left);
        }
        AccessCertificate certificate = certificate(course, proofs);
        certified.accept(certificate);
        return outcome(certificate, left);
    }

    /** One database after the other; fewer than were asked for when it was stopped. */
    private List<DatabaseProof> proofs(Course course, String user, Secret password) {
        ProofRequest request = course.request();
        ProofVisit visit =
                new ProofVisit(
                        visits,
                        request,
                        user,
                        password,
                        course.shape().encoding(),
                        course.progress()::isStopped);
        List<DatabaseProof> proofs = new ArrayList<>();
        for (String database : request.databases()) {
            if (course.progress().isStopped()) {
                return proofs;
            }
            course.progress()
                    .say(
                            TEXTS.text(
                                    "proof.progress",
                                    proofs.size() + 1,
                                    request.databases().size(),
                                    database));
            proofs.add(visit.proof(database));
        }
        return proofs;
    }

    private AccessCertificate certificate(Course course, List<DatabaseProof> proofs) {
        ProofRequest request = course.request();
        return new AccessCertificate(
                course.target().server(),
                home.host() + ":" + home.port(),
                request.role(),
                request.expected(),
                clock.instant(),
                course.shape().version(),
                request.login() instanceof ProofLogin.ThrowAway
                        ? AccessCertificate.Login.THROW_AWAY
                        : AccessCertificate.Login.OWN_PASSWORD,
                proofs);
    }

    /** A part of a proof is none, and the certificate of before stays. */
    private static ChangeOutcome stopped(int looked, int databases, String left) {
        return new ChangeOutcome(
                ChangeOutcome.Status.PARTLY,
                (TEXTS.text("proof.stopped", looked, databases) + " " + left).strip(),
                List.of());
    }

    /** Empty when it went well; else what stays and until when it can be used. */
    private String dropped(ThrowAwayLogin login, String expiry) {
        try {
            if (writer.run(List.of(login.removal())) == PgWriter.Commit.DONE) {
                return "";
            }
        } catch (ProblemException e) {
            return TEXTS.text("proof.left", login.name(), expiry, e.problem().sentence());
        }
        return TEXTS.text("proof.leftPerhaps", login.name(), expiry);
    }

    private static ChangeOutcome outcome(AccessCertificate certificate, String left) {
        List<String> rows = new ArrayList<>();
        CertificateTexts texts = new CertificateTexts(certificate);
        certificate.databases().forEach(database -> rows.addAll(texts.lines(database)));
        return left.isEmpty()
                ? new ChangeOutcome(ChangeOutcome.Status.DONE, texts.verdict(), rows)
                : new ChangeOutcome(
                        ChangeOutcome.Status.PARTLY, texts.verdict() + " " + left, rows);
    }
}
