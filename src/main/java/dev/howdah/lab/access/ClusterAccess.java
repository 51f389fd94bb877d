package dev.howdah.lab.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may connect to the nodes of one cluster. The rules lie in a file, of which another one is
 * made that all nodes read, so a run that was killed in between is made up for by the next start.
 * Changes come one after the other.
 */
public final class ClusterAccess {
    private static final Texts TEXTS = Texts.of(ClusterAccess.class);

    /** PostgreSQL reads the list line by line at each connection. */
    public static final int MAX_ENTRIES = 500;

    private static final Duration ADMIT_LIMIT = Duration.ofSeconds(10);

    private final Path folder;

    /** Keeps its rules in this folder. */
    public ClusterAccess(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The rules in force; open to everybody before they were changed for the first time. */
    public AccessRules rules() throws ProblemException {
        try {
            return Files.isRegularFile(file())
                    ? AccessRules.parse(Files.readString(file()))
                    : AccessRules.OPEN;
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** Writes down the rules in force for the nodes that are about to be started. */
    public void prepare() throws ProblemException {
        write(HbaFile.text(rules()));
    }

    /** With these a node goes by the rules. {@link #prepare} comes before. */
    public Map<String, String> settings() {
        return Map.of("hba_file", hba().toString());
    }

    /**
     * Sees to it that the lab itself gets in, also when its role is gone. For a running primary.
     */
    public void admitControl(LabNode primary) throws ProblemException, InterruptedException {
        ControlPlane control = new ControlPlane(primary);
        if (control.isAdmitted()) {
            return;
        }
        write(HbaFile.rescue());
        try {
            control.reload();
            admitWhenReloaded(primary.access(LabNode.MAINTENANCE_DATABASE));
        } finally {
            prepare();
            control.reload();
        }
    }

    private static void admitWhenReloaded(LabAccess superuser)
            throws ProblemException, InterruptedException {
        try {
            if (!Patience.until(ADMIT_LIMIT, () -> ControlPlane.admit(superuser))) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.TIMED_OUT,
                                TEXTS.text("access.failed"),
                                TEXTS.text("access.failed.remedy")));
            }
        } catch (SQLException e) {
            throw NodeAccess.failed(e);
        }
    }

    /**
     * Puts other rules into force on all running nodes, and ends the sessions that they would not
     * let in. When the server can't read them, the rules before stay in force.
     *
     * @param primary runs, and lets the lab in
     * @param standbys those that run
     * @return the sessions that were ended
     * @throws ProblemException BAD_INPUT when a range is none
     */
    public synchronized List<CutSession> apply(
            AccessRules wanted, LabNode primary, List<LabNode> standbys)
            throws ProblemException, InterruptedException {
        if (wanted.entries().size() > MAX_ENTRIES) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("access.tooMany", MAX_ENTRIES),
                            TEXTS.text("access.tooMany.remedy")));
        }
        AccessRules rules = canonical(wanted, primary);
        AccessRules before = rules();
        List<LabNode> nodes = new ArrayList<>(List.of(primary));
        nodes.addAll(standbys);
        keep(rules);
        boolean readable = false;
        try {
            prepare();
            new NodeAccess(primary).requireReadable();
            readable = true;
        } finally {
            if (!readable) {
                keep(before);
                prepare();
            }
        }
        List<CutSession> cut = new ArrayList<>();
        for (LabNode node : nodes) {
            cut.addAll(enforced(rules, node));
        }
        return List.copyOf(cut);
    }

    /** A server that has ended meanwhile goes by the new rules when it is started again. */
    private static List<CutSession> enforced(AccessRules rules, LabNode node)
            throws ProblemException, InterruptedException {
        NodeAccess access = new NodeAccess(node);
        try {
            access.reload();
            return access.cut(rules);
        } catch (ProblemException e) {
            if (node.server().isEmpty()) {
                return List.of();
            }
            Problem problem = e.problem();
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNKNOWN_OUTCOME,
                            problem.sentence(),
                            problem.remedy(),
                            problem.detail()),
                    e);
        }
    }

    /** The address by which the server sees this program. */
    public String ownAddress(LabNode primary) throws ProblemException {
        return new NodeAccess(primary).ownAddress();
    }

    /** In PostgreSQL's own words, and each range once; the first label stays. */
    private static AccessRules canonical(AccessRules wanted, LabNode primary)
            throws ProblemException {
        AccessRules rules = wanted.withRanges(new NodeAccess(primary).canonical(wanted.ranges()));
        Set<String> seen = new HashSet<>();
        return new AccessRules(
                rules.entries().stream().filter(entry -> seen.add(entry.cidr())).toList(),
                rules.forceTls());
    }

    private void keep(AccessRules rules) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            AtomicFile.write(file(), rules.text().getBytes(UTF_8));
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private void write(String text) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            AtomicFile.write(hba(), text.getBytes(UTF_8));
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private Path hba() {
        return folder.resolve("pg_hba.conf");
    }

    private Path file() {
        return folder.resolve("allowlist");
    }
}
