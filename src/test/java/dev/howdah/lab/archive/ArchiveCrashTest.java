package dev.howdah.lab.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.backup.BackupCopy;
import dev.howdah.lab.backup.BackupFacts.Kind;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.backup.BackupRecord.State;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.RecoveringNode;
import dev.howdah.testing.ChildProgram;
import dev.howdah.testing.TestClusters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The app is killed, or the work cancelled, in the middle of a backup or of going back in time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchiveCrashTest {
    @TempDir private static Path folder;
    private static SomeCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = SomeCluster.running(folder);
        cluster.run("CREATE TABLE notes (said text)");
    }

    private static void killAt(double share, String... moment) throws Exception {
        Path node = new RecoveringNode(cluster.node()).folder();
        String[] arguments =
                Stream.concat(
                                Stream.of(
                                        TestClusters.binaries(18).folder().toString(),
                                        node.toString(),
                                        folder.toString(),
                                        Double.toString(share)),
                                Stream.of(moment))
                        .toArray(String[]::new);
        try (ChildProgram child = ChildProgram.start(ArchiveChild.class, folder, arguments)) {
            child.awaitFirstLine();
            assertEquals(List.of("here"), child.said());
        }
    }

    /** As the next start of the app does. */
    private static void startAgain() throws Exception {
        new InPlaceRecovery(cluster.node()).settle(cluster.settings());
        cluster.node().stop();
        cluster.archive().prepare(cluster.node().data());
        cluster.node().start(cluster.settings());
    }

    @Test
    @Order(1)
    void killedInABackupTheListSaysSoAndTheNextOneIsWhole() throws Exception {
        killAt(0.5);
        assertEquals(State.RUNNING, cluster.archive().list().getFirst().state());
        startAgain();

        BackupRecord killed = cluster.archive().list().getFirst();
        assertEquals(State.FAILED, killed.state());
        assertEquals(Kind.SCHEDULED, killed.kind());
        assertEquals(Optional.of("The lab was ended while the backup was made."), killed.failure());
        WholeBackup backup = cluster.backUp();
        BackupCopy.of(backup).to(Files.createDirectory(folder.resolve("copy")), _ -> {});
        assertEquals(2, cluster.archive().list().size());
    }

    @Test
    @Order(2)
    void cancelledOneLeavesALineAndNothingElse() throws Exception {
        assertThrows(
                InterruptedException.class, () -> backUp(_ -> Thread.currentThread().interrupt()));

        BackupRecord cancelled = cluster.archive().list().getFirst();
        assertEquals(Optional.of("The backup was cancelled."), cancelled.failure());
        try (Stream<Path> left = Files.list(cluster.archive().backups().folder())) {
            assertEquals(3, left.count());
        }
        assertEquals(
                List.of("0"),
                cluster.ask(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'howdah lab backup'"));
    }

    @Test
    @Order(3)
    void whileOneIsMadeAnotherIsRefused() throws Exception {
        ProblemException[] refusal = {null};
        backUp(_ -> {
            if (refusal[0] == null) {
                refusal[0] = assertThrows(ProblemException.class, () -> other(cluster.archive()));
            }
        });
        assertEquals(Problem.Kind.LOCKED, refusal[0].problem().kind());
        assertEquals(
                "The lab is busy with a backup, a recovery or its tidying.",
                refusal[0].problem().sentence());
    }

    private static void backUp(DoubleConsumer progress) throws Exception {
        cluster.archive()
                .backUp(
                        cluster.node().data(),
                        cluster.node().access(LabNode.MAINTENANCE_DATABASE),
                        Kind.ON_DEMAND,
                        progress);
    }

    /** In another thread, as other work would come. */
    private static void other(LabArchive archive) throws ProblemException {
        ProblemException[] failure = {null};
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                archive.tidy(Retention.ofDays(2));
                            } catch (ProblemException e) {
                                failure[0] = e;
                            }
                        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    @Test
    @Order(4)
    void killedWhileTheBackupIsCopiedTheServerIsAsItWas() throws Exception {
        cluster.run("INSERT INTO notes VALUES ('early')", "SELECT pg_switch_wal()");
        cluster.run("INSERT INTO notes VALUES ('early too')", "SELECT pg_switch_wal()");
        moment = cluster.now();
        cluster.run("INSERT INTO notes VALUES ('late')");

        killAt(0.3, moment.toString());
        startAgain();

        assertEquals(
                List.of("early", "early too", "late"),
                cluster.ask("SELECT said FROM notes ORDER BY said"));
        assertNothingBeside();
    }

    private static Instant moment = Instant.EPOCH;

    @Test
    @Order(5)
    void killedInTheRecoveryItGoesOnWithIt() throws Exception {
        killAt(0.6, moment.toString());
        startAgain();

        assertEquals(
                List.of("early", "early too"), cluster.ask("SELECT said FROM notes ORDER BY said"));
        assertNothingBeside();
    }

    @Test
    @Order(6)
    void stoppedBehindItsSignalItStillEndsAtTheMoment() throws Exception {
        cluster.run("INSERT INTO notes VALUES ('late again')", "SELECT pg_switch_wal()");
        killAt(0.6, moment.toString());
        cluster.node().stop();
        // as PostgreSQL does at the end, before it writes that this was the end
        Files.deleteIfExists(cluster.node().data().resolve("recovery.signal"));
        startAgain();

        assertEquals(
                List.of("early", "early too"), cluster.ask("SELECT said FROM notes ORDER BY said"));
        assertNothingBeside();
    }

    private static void assertNothingBeside() throws Exception {
        assertEquals(List.of(), cluster.leftBeside());
    }
}
