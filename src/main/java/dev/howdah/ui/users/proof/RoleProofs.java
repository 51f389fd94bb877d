package dev.howdah.ui.users.proof;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.history.CertificateHistory;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.RoleAccessSnapshot;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.pg.proof.certificate.Drift;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The newest certificate of every role of one server, and how each has drifted since: looked at
 * when the server is opened, when the tab comes to the front, and after every proof and change, in
 * one statement for each database. Databases other than ours cost a login and are looked at again
 * only after a quarter of an hour, or when something was done there.
 */
public final class RoleProofs {
    private static final Texts TEXTS = Texts.of(RoleProofs.class);
    private static final Duration ELSEWHERE = Duration.ofMinutes(15);

    /** Logins of one look; more databases have their turn in the next one. */
    private static final int MOST_VISITS = 20;

    private final Session session;
    private final Workbench workbench;
    private final CertificateHistory history;
    private final Map<String, RoleAccessSnapshot> seen = new HashMap<>();
    private final ReadOnlyObjectWrapper<Map<String, RoleProof>> byRole =
            new ReadOnlyObjectWrapper<>(Map.of());

    public RoleProofs(Session session, Workbench workbench, CertificateHistory history) {
        this.session = session;
        this.workbench = workbench;
        this.history = history;
    }

    /** By the roles' names; JavaFX thread. */
    public ReadOnlyObjectProperty<Map<String, RoleProof>> byRole() {
        return byRole.getReadOnlyProperty();
    }

    /** Reads the certificates and looks for drift, in the background. */
    public void look() {
        workbench.background().execute(this::read);
    }

    /** As {@link #look}, after something was done in a database. */
    void lookAgainIn(String database) {
        workbench
                .background()
                .execute(() -> {
                    synchronized (seen) {
                        seen.remove(database);
                    }
                    read();
                });
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
        synchronized (seen) {
            lookInto(latest);
            Map<String, RoleProof> proofs = new HashMap<>();
            for (AccessCertificate certificate : latest) {
                List<Drift> drifts =
                        certificate.databases().stream()
                                .flatMap(proof -> Stream.ofNullable(seen.get(proof.database())))
                                .map(now -> Drift.between(certificate, now))
                                .toList();
                proofs.put(certificate.role(), new RoleProof(certificate, drifts));
            }
            return Map.copyOf(proofs);
        }
    }

    /** What can't be asked is not known: its panels say why. */
    private void lookInto(List<AccessCertificate> latest) {
        String home = session.profile().target().database();
        Map<String, List<AccessCertificate>> byDatabase = new TreeMap<>();
        for (AccessCertificate certificate : latest) {
            for (DatabaseProof proof : certificate.databases()) {
                byDatabase
                        .computeIfAbsent(proof.database(), _ -> new ArrayList<>())
                        .add(certificate);
            }
        }
        seen.keySet().retainAll(byDatabase.keySet());
        int visits = 0;
        for (Map.Entry<String, List<AccessCertificate>> database : byDatabase.entrySet()) {
            boolean atHome = database.getKey().equals(home);
            if (atHome || (visits < MOST_VISITS && isOld(database))) {
                visits += atHome ? 0 : 1;
                seen.remove(database.getKey());
                now(database.getKey(), atHome, expected(database.getValue()))
                        .ifPresent(snapshot -> seen.put(database.getKey(), snapshot));
            }
        }
    }

    private boolean isOld(Map.Entry<String, List<AccessCertificate>> database) {
        RoleAccessSnapshot last = seen.get(database.getKey());
        return last == null
                || last.takenAt().isBefore(workbench.clock().instant().minus(ELSEWHERE))
                || database.getValue().stream()
                        .anyMatch(certificate -> !last.takenAt().isAfter(certificate.takenAt()));
    }

    private static RoleAccessQuery expected(List<AccessCertificate> certificates) {
        return new RoleAccessQuery(
                certificates.stream()
                        .map(each -> new ExpectedAccess(each.role(), each.expected()))
                        .toList());
    }

    private Optional<RoleAccessSnapshot> now(
            String database, boolean atHome, RoleAccessQuery query) {
        try {
            if (atHome) {
                return Optional.of(session.reader().ask(query));
            }
            try (PgVisit visit = session.visits().in(database)) {
                return Optional.of(visit.reader().ask(query));
            }
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
        workbench.uiThread().execute(() -> workbench.say(problem));
    }

    private static String address(PgTarget target) {
        return target.host() + ":" + target.port();
    }
}
