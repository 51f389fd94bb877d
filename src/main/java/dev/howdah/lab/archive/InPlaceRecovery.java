package dev.howdah.lab.archive;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.Folders;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.RecoveringNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a recovered node in the place of the one there is, which waits aside until that has
 * succeeded and comes back when it has not. Every step is a renaming, so a run that was killed
 * anywhere is understood by the folders that are there:
 *
 * <ul>
 *   <li>restored, and nothing aside: it had not begun; the restored one is removed
 *   <li>one aside and the place empty: the restored one takes the place, or the old one if there is
 *       none
 *   <li>one aside and the place taken: the node there recovers, or has recovered; then the one
 *       aside is removed
 * </ul>
 *
 * @param node the place
 */
public record InPlaceRecovery(LabNode node) {
    private static final Logger LOG = LoggerFactory.getLogger(InPlaceRecovery.class);
    private static final String RESTORED = ".restored";
    private static final String ASIDE = ".aside";
    private static final String FAILED = ".failed";
    private static final List<String> LEFT = List.of(RESTORED, ASIDE, FAILED);

    /** Makes the restored node beside the place. The node there may run on meanwhile. */
    public void prepare(Restore restore, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        LabNode restored = beside(RESTORED);
        boolean made = false;
        try {
            for (String left : LEFT) {
                Folders.delete(folder(beside(left)));
            }
            restore.into(restored.data(), progress);
            new RecoveringNode(node).copyLoginTo(restored);
            made = true;
        } catch (IOException e) {
            throw LabProblems.of(e, folder(node));
        } finally {
            if (!made) {
                tryToDelete(folder(restored));
            }
        }
    }

    /** Puts the restored node in the place of the other, which must be stopped. */
    public void swap() throws ProblemException {
        try {
            move(node, beside(ASIDE));
            move(beside(RESTORED), node);
        } catch (IOException e) {
            throw LabProblems.of(e, folder(node));
        }
    }

    /**
     * Starts the restored node and removes the one aside when it has recovered; else the one aside
     * is put back and started.
     */
    public void recover(Restore restore, Map<String, String> settings, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        boolean recovered = false;
        try {
            restore.recover(node, settings, progress);
            recovered = true;
        } finally {
            if (!recovered) {
                putBack(settings);
            }
        }
        tryToDelete(folder(beside(ASIDE)));
    }

    private void putBack(Map<String, String> settings) throws ProblemException {
        // a thread that is being cancelled still has to bring the old node back
        boolean interrupted = Thread.interrupted();
        try {
            takeBack();
            node.start(settings);
        } catch (IOException e) {
            throw LabProblems.of(e, folder(node));
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void takeBack() throws IOException, ProblemException {
        node.stop();
        Folders.delete(folder(beside(FAILED)));
        move(node, beside(FAILED));
        move(beside(ASIDE), node);
        tryToDelete(folder(beside(FAILED)));
    }

    /**
     * Ends what a killed run has left. To be called when the app is opened, before the node is
     * started; a node that was in the middle of its recovery goes on with it.
     *
     * @param settings as for {@link LabNode#start}
     * @return whether a node that was restored has taken the place for good
     */
    public boolean settle(Map<String, String> settings)
            throws ProblemException, InterruptedException {
        try {
            if (LEFT.stream().noneMatch(left -> Files.isDirectory(folder(beside(left))))) {
                return false;
            }
            node.stop();
            boolean recovered = false;
            boolean aside = Files.isDirectory(folder(beside(ASIDE)));
            if (aside && !Files.isDirectory(folder(node))) {
                boolean restored = Files.isDirectory(folder(beside(RESTORED)));
                move(beside(restored ? RESTORED : ASIDE), node);
            }
            if (Files.isDirectory(folder(beside(ASIDE)))) {
                recovered = !new RecoveryFiles(node.data()).pending() || hasGoneOn(settings);
            }
            for (String left : LEFT) {
                Folders.delete(folder(beside(left)));
            }
            return recovered;
        } catch (IOException e) {
            throw LabProblems.of(e, folder(node));
        }
    }

    private boolean hasGoneOn(Map<String, String> settings)
            throws IOException, ProblemException, InterruptedException {
        try {
            RecoveryFiles files = new RecoveryFiles(node.data());
            files.resume();
            new RecoveringNode(node).start(settings, () -> {});
            files.clear();
            return true;
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
            takeBack();
            return false;
        }
    }

    private LabNode beside(String suffix) {
        return new RecoveringNode(node).beside(suffix);
    }

    private static Path folder(LabNode node) {
        return new RecoveringNode(node).folder();
    }

    private static void move(LabNode from, LabNode to) throws IOException {
        Files.move(folder(from), folder(to), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void tryToDelete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.debug("it will be removed by the next start", e);
        }
    }
}
