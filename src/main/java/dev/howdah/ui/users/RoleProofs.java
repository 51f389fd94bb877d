package dev.howdah.ui.users;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.history.CertificateHistory;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.Drift;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.RoleAccessQuery;
import dev.howdah.pg.proof.RoleAccessSnapshot;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The newest certificate of every role of one server, and how each has drifted since: looked at
 * when the server is opened, when the tab comes to the front, and after every proof and change, in
 * one cheap statement.
 */
final class RoleProofs {
    private static final Texts TEXTS = Texts.of(RoleProofs.class);

    private final Session session;
    private final Workbench workbench;
    private final CertificateHistory history;
    private final ReadOnlyObjectWrapper<Map<String, RoleProof>> byRole =
            new ReadOnlyObjectWrapper<>(Map.of());

    RoleProofs(Session session, Workbench workbench, CertificateHistory history) {
        this.session = session;
        this.workbench = workbench;
        this.history = history;
    }

    /** By the roles' names; JavaFX thread. */
    ReadOnlyObjectProperty<Map<String, RoleProof>> byRole() {
        return byRole.getReadOnlyProperty();
    }

    /** Reads the certificates and looks for drift, in the background. */
    void look() {
        workbench.background().execute(this::read);
    }

    private void read() {
        try {
            List<AccessCertificate> latest = history.latest(address(session.profile().target()));
            if (!latest.isEmpty()) {
                Map<String, RoleProof> found = compared(latest);
                workbench.uiThread().execute(() -> show(found));
            }
        } catch (ProblemException e) {
            say(e.problem());
        }
    }

    private Map<String, RoleProof> compared(List<AccessCertificate> latest) {
        Optional<RoleAccessSnapshot> now = now(latest);
        Map<String, RoleProof> proofs = new HashMap<>();
        for (AccessCertificate certificate : latest) {
            proofs.put(
                    certificate.role(),
                    new RoleProof(certificate, now.map(seen -> Drift.between(certificate, seen))));
        }
        return Map.copyOf(proofs);
    }

    /** Empty when the server can't be asked: its panels say why. */
    private Optional<RoleAccessSnapshot> now(List<AccessCertificate> latest) {
        List<ExpectedAccess> expected =
                latest.stream().map(c -> new ExpectedAccess(c.role(), c.expected())).toList();
        try {
            return Optional.of(session.reader().ask(new RoleAccessQuery(expected)));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private void show(Map<String, RoleProof> found) {
        long before = drifted(byRole.get());
        long drifted = drifted(found);
        byRole.set(found);
        if (drifted > before) {
            workbench.say(TEXTS.text("proof.drifted", drifted));
        }
    }

    private static long drifted(Map<String, RoleProof> proofs) {
        return proofs.values().stream()
                .filter(proof -> proof.mark() == RoleProof.Mark.DRIFTED)
                .count();
    }

    /** Keeps a new certificate; called on the thread that ran the proof. */
    void keep(AccessCertificate certificate) {
        try {
            history.add(certificate);
        } catch (ProblemException e) {
            say(e.problem());
        }
    }

    private void say(Problem problem) {
        workbench.uiThread().execute(() -> workbench.say(problem.sentence()));
    }

    private static String address(PgTarget target) {
        return target.host() + ":" + target.port();
    }
}
