package dev.howdah.lab.archive;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.archive.RecoveryTarget.Newest;
import dev.howdah.lab.backup.BackupCopy;
import dev.howdah.lab.node.Folders;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.RecoveringNode;
import dev.howdah.lab.wal.WalArchive;
import dev.howdah.lab.wal.WalSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Goes the way of a plan: a node's data folder is made of the backup, then its server recovers.
 * Both work in the thread that calls, and stop when it is interrupted.
 *
 * @param wal from which the server fetches what came after the backup
 */
public record Restore(RecoveryPlan plan, WalArchive wal) {
    private static final Texts TEXTS = Texts.of(Restore.class);
    private static final String MAKING = ".restoring";

    /** SQLSTATE config_file_error: the WAL ended before the target; xlogrecovery.c. */
    private static final String ENDED_BEFORE = " F0000 ";

    /**
     * Makes a data folder that is whole and will recover at its start. It appears as a whole or not
     * at all; one that was left half-made is made anew.
     *
     * @param data of a node that is stopped; must not exist
     * @param progress told the share done, 0 to 1
     */
    public void into(Path data, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        Path making = data.resolveSibling(data.getFileName() + MAKING);
        try {
            Folders.delete(making);
            PrivateFiles.createFolder(making);
            LabProblems.requireRoom(making, plan.backup().bytes());
            BackupCopy.of(plan.backup()).to(making, progress);
            new RecoveryFiles(making).write(plan.timeline(), plan.target(), wal);
            Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
            progress.accept(1);
        } catch (IOException e) {
            // files of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw LabProblems.of(e, data);
        }
    }

    /**
     * Starts the server on such a data folder, and returns when it has recovered and takes writes.
     *
     * @param settings as for {@link LabNode#start}
     * @param progress told the share of the WAL that is read, 0 to 1
     */
    public void recover(LabNode node, Map<String, String> settings, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        RecoveryFiles files = new RecoveryFiles(node.data());
        RecoveringNode recovering = new RecoveringNode(node);
        Runnable meanwhile = () -> files.fetched().ifPresent(name -> tell(name, progress));
        try {
            try {
                recovering.start(settings, meanwhile);
            } catch (ProblemException e) {
                if (!e.problem().detail().contains(ENDED_BEFORE)) {
                    throw e;
                }
                // the plan has seen WAL from after the moment, so nothing was committed since
                files.writeSettings(plan.timeline(), new Newest(), wal);
                recovering.start(settings, meanwhile);
            }
            files.clear();
        } catch (ProblemException e) {
            throw new ProblemException(
                    Problem.of(
                                    Problem.Kind.LOCAL,
                                    TEXTS.text("back.failed"),
                                    TEXTS.text("back.failed.remedy"))
                            .withDetail(e.problem().detail()),
                    e);
        } catch (IOException e) {
            throw LabProblems.of(e, node.data());
        }
        progress.accept(1);
    }

    private void tell(String fetched, DoubleConsumer progress) {
        long first = plan.backup().facts().firstSegment().number();
        WalSegment.named(fetched, plan.backup().facts().segmentBytes())
                .ifPresent(segment ->
                        progress.accept(
                                Math.clamp(
                                        (double) (segment.number() - first)
                                                / Math.max(1, plan.lastSegment() - first),
                                        0,
                                        1)));
    }
}
