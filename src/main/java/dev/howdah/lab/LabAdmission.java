package dev.howdah.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.access.AccessRules;
import dev.howdah.lab.access.CutSession;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperations;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who may connect to the lab's service, and by which certificate it is known. Any thread may call;
 * every call may block for seconds.
 */
public final class LabAdmission {
    private static final Texts TEXTS = Texts.of(LabAdmission.class);

    private final LabRecovery kept;
    private final Fleet fleet;
    private final LabOperations book;
    private final Clock clock;

    LabAdmission(LabRecovery kept, Fleet fleet, LabOperations book, Clock clock) {
        this.kept = kept;
        this.fleet = fleet;
        this.book = book;
        this.clock = clock;
    }

    /** Who may connect, and whether only with TLS. */
    public AccessRules rules() throws ProblemException {
        return kept.access().rules();
    }

    /**
     * Puts these in the place of the rules; in force when this returns.
     *
     * @param id names the operation
     */
    public List<CutSession> allow(UUID id, AccessRules rules) throws ProblemException {
        boolean tls = rules().forceTls() != rules.forceTls();
        try {
            List<CutSession> cut = kept.access().apply(rules, fleet.primary(), runningStandbys());
            book.note(
                    LabOperation.done(
                            id,
                            tls ? Act.SWITCH : Act.ALLOWLIST,
                            TEXTS.text(tls ? "tls.title" : "allow.title"),
                            TEXTS.text("allow.done", cut.size()),
                            clock.instant()));
            return cut;
        } catch (InterruptedException _) {
            // the next start goes by what was written
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.UNKNOWN_OUTCOME,
                            TEXTS.text("allow.interrupted"),
                            TEXTS.text("allow.interrupted.remedy")));
        }
    }

    private List<LabNode> runningStandbys() throws ProblemException {
        List<LabNode> standbys = new ArrayList<>();
        for (Member member : fleet.topology().standbys()) {
            LabNode node = fleet.node(member.number());
            if (member.whole() && node.server().isPresent()) {
                standbys.add(node);
            }
        }
        return standbys;
    }

    /** The address by which the server sees this program. */
    public InetAddress ownAddress() throws ProblemException {
        return InetAddress.ofLiteral(kept.access().ownAddress(fleet.primary()));
    }

    /** The file by which clients know the lab's servers, for sslrootcert. */
    public Path authority() {
        return kept.certificates().authority();
    }

    /** Gives the servers a new certificate when theirs ends soon. */
    void renewCertificate() throws ProblemException {
        if (kept.certificates().renew()) {
            for (Member member : fleet.topology().members()) {
                new ControlPlane(fleet.node(member.number())).reload();
            }
        }
    }
}
