package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/** What a node does as a standby: it is copied, follows, and takes over. */
public record LabStandby(LabNode node) {

    /**
     * Makes the node, which need not exist, a copy of a running primary that will follow it at its
     * next start. The folder appears as a whole or not at all.
     *
     * @param progress told the share done, 0 to 1
     */
    public void createFrom(LabNode primary, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        node.stop();
        NodeFolder folder = node.folder();
        try {
            new NodeCreation(node.binaries(), folder).removeUnfinished();
            new StandbyCreation(primary, folder, folder.path().getFileName().toString())
                    .run(progress);
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        } catch (SQLException e) {
            throw LabProblems.notCopied(e, folder.path());
        }
    }

    /**
     * Starts the server as a standby; one that was a primary before becomes one.
     *
     * @param settings as for {@link LabNode#start}, with primary_conninfo
     */
    public void follow(Map<String, String> settings) throws ProblemException, InterruptedException {
        node.stop();
        mark();
        node.start(settings);
    }

    /**
     * Makes the node, whose server is stopped, the primary, after it has replayed all WAL in its
     * folder. Until then it lets nobody in.
     *
     * @param settings as for {@link LabNode#start}
     */
    public void lead(Map<String, String> settings) throws ProblemException, InterruptedException {
        Map<String, String> closed = new TreeMap<>(settings);
        closed.put("hot_standby", "off");
        node.stop();
        mark();
        try {
            node.bringUp(closed);
            PostgresProgram.Ended promoted = node.pgCtl(LabNode.START_LIMIT, "promote");
            if (!promoted.wentWell()) {
                throw LabProblems.program(
                        "node.notPromoted",
                        promoted.text() + "\n" + node.said(),
                        node.folder().path());
            }
        } catch (IOException e) {
            throw LabProblems.of(e, node.folder().path());
        }
        node.verify();
    }

    /** Whether the node will start as a standby. */
    public boolean follows() {
        return Files.exists(signal());
    }

    /**
     * Takes over what another node that is dead, and was followed by this one, has written last.
     * Both are stopped.
     *
     * @return false when the other one's WAL is gone
     */
    public boolean inherit(LabNode dead) throws ProblemException {
        try {
            new Orphans(dead.data()).end();
            return new WalHandover(dead.data(), node.data()).run();
        } catch (IOException e) {
            throw LabProblems.of(e, node.folder().path());
        }
    }

    private void mark() throws ProblemException {
        try {
            // the slots of a former primary would hold WAL for ever
            Path slots = node.data().resolve("pg_replslot");
            Folders.delete(slots);
            PrivateFiles.createFolder(slots);
            if (!Files.exists(signal())) {
                Files.createFile(signal());
            }
        } catch (IOException e) {
            throw LabProblems.of(e, node.folder().path());
        }
    }

    private Path signal() {
        return node.data().resolve(StandbyCreation.SIGNAL);
    }
}
