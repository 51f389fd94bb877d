package dev.howdah.lab.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.archive.RecoveryTarget.Moment;
import dev.howdah.lab.archive.RecoveryTarget.Newest;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.RecoveringNode;
import dev.howdah.lab.wal.WalSegment;
import dev.howdah.testing.TestClusters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Back to a moment, in a new folder and in place, and over what was abandoned by that. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PointInTimeTest {
    @TempDir private static Path folder;
    private static SomeCluster cluster;
    private static WholeBackup backup;
    private static Instant beforeTheDrop;
    private static Instant afterTheDrop;
    private static Instant afterTheNote;

    @BeforeAll
    static void dropATableAfterABackup() throws Exception {
        cluster = SomeCluster.running(folder);
        cluster.run(
                "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id",
                "CREATE TABLE notes (said text)");
        backup = cluster.backUp();
        cluster.run("INSERT INTO orders SELECT generate_series(1001, 1500)");
        beforeTheDrop = cluster.now();
        cluster.run("DROP TABLE orders");
        afterTheDrop = cluster.now();
        cluster.run("INSERT INTO notes VALUES ('after the drop')");
        afterTheNote = cluster.now();
    }

    @Test
    @Order(1)
    void aDroppedTableIsThereUntilTheMomentOfTheDropAndNoLonger() throws Exception {
        cluster.archive().seal(cluster.node().access(LabNode.MAINTENANCE_DATABASE));
        assertEquals(List.of("1500"), orders(new Moment(beforeTheDrop)));
        assertEquals(List.of("none"), orders(new Moment(afterTheDrop)));
    }

    /** In a node of its own. */
    private static List<String> orders(RecoveryTarget target) throws Exception {
        LabNode node = new RecoveringNode(cluster.node()).beside("-back");
        List<Double> told = new ArrayList<>();
        Restore restore = cluster.archive().restoreInto(node.data(), target, told::add);
        assertEquals(1.0, told.getLast());
        new RecoveringNode(cluster.node()).copyLoginTo(node);
        LabArchive other = SomeCluster.archive(folder.resolve("new"));
        other.prepare(node.data());
        try {
            restore.recover(node, SomeCluster.settings(other), told::add);
            return SomeCluster.ask(node, COUNT_OF_ORDERS);
        } finally {
            node.stop();
            TestClusters.delete(new RecoveringNode(node).folder());
        }
    }

    @Test
    @Order(2)
    void whatWasAbandonedByGoingBackCanBeHadAgain() throws Exception {
        int port = cluster.node().access(LabNode.MAINTENANCE_DATABASE).port();

        cluster.goBackTo(beforeTheDrop);

        assertEquals(List.of("1500"), cluster.ask(COUNT_OF_ORDERS));
        assertEquals(List.of("2"), cluster.ask(TIMELINE));
        assertEquals(port, cluster.node().access(LabNode.MAINTENANCE_DATABASE).port());
        cluster.run("INSERT INTO notes VALUES ('second timeline')");
        Instant onTheSecond = cluster.now();

        cluster.goBackTo(afterTheNote);

        assertEquals(List.of("none"), cluster.ask(COUNT_OF_ORDERS));
        assertEquals(List.of("after the drop"), cluster.ask("SELECT said FROM notes"));
        assertEquals(List.of("3"), cluster.ask(TIMELINE));
        cluster.run("INSERT INTO notes VALUES ('third timeline')");

        cluster.goBackTo(onTheSecond);

        assertEquals(List.of("1500"), cluster.ask(COUNT_OF_ORDERS));
        assertEquals(List.of("second timeline"), cluster.ask("SELECT said FROM notes"));
        assertEquals(List.of("4"), cluster.ask(TIMELINE));
        assertNothingBeside();
    }

    @Test
    @Order(3)
    void theNewestIsAllThatWasArchivedOfAServerThatIsLost() throws Exception {
        cluster.run("INSERT INTO notes VALUES ('the last')");
        cluster.archive().seal(cluster.node().access(LabNode.MAINTENANCE_DATABASE));
        List<String> notes = cluster.ask("SELECT said FROM notes ORDER BY said");
        // until nobody of it writes there any more
        cluster.node().kill();
        TestClusters.delete(cluster.node().data());

        Restore restore =
                cluster.archive().restoreInto(cluster.node().data(), new Newest(), _ -> {});
        restore.recover(cluster.node(), cluster.settings(), _ -> {});

        assertEquals(notes, cluster.ask("SELECT said FROM notes ORDER BY said"));
    }

    @Test
    @Order(4)
    void aRecoveryThatFailsLeavesTheServerAsItWas() throws Exception {
        cluster.run("INSERT INTO notes VALUES ('still here')");
        List<String> notes = cluster.ask("SELECT said FROM notes ORDER BY said");
        Path broken = backup.data().resolve("global/pg_control");
        byte[] whole = Files.readAllBytes(broken);

        Files.write(broken, new byte[whole.length]);
        assertEquals(
                "The backup %s is damaged: its file global/pg_control is not as it was when the backup was made."
                        .formatted(backup.facts().id()),
                refusal(beforeTheDrop));
        Files.write(broken, whole);
        InPlaceRecovery inPlace = new InPlaceRecovery(cluster.node());
        Restore restore = cluster.archive().plan(new Moment(beforeTheDrop));
        inPlace.prepare(restore, _ -> {});
        Files.write(
                new RecoveringNode(cluster.node()).beside(".restored").data().resolve("PG_VERSION"),
                new byte[] {'9', '\n'});
        cluster.node().stop();
        inPlace.swap();
        ProblemException failure =
                assertThrows(
                        ProblemException.class,
                        () -> inPlace.recover(restore, cluster.settings(), _ -> {}));

        assertEquals("The server did not come back from the backup.", failure.problem().sentence());
        assertTrue(failure.problem().detail().contains("F"), failure.problem().detail());
        assertEquals(notes, cluster.ask("SELECT said FROM notes ORDER BY said"));
        assertNothingBeside();
    }

    @Test
    @Order(5)
    void whatTheArchiveDoesNotReachIsRefusedBeforeAnythingIsDone() throws Exception {
        Instant earliest = backup.facts().endedAt();
        assertEquals(Optional.of(earliest), cluster.archive().window(true).earliest());
        assertEquals(
                "The moment is before the oldest backup, which ended at %s."
                        .formatted(earliest.truncatedTo(ChronoUnit.SECONDS)),
                refusal(earliest.minusMillis(1)));
        Instant latest = cluster.archive().window(false).latest().orElseThrow();
        cluster.node().stop();
        assertEquals(
                "The WAL in the archive ends at %s, before this moment."
                        .formatted(lastFull().truncatedTo(ChronoUnit.SECONDS)),
                refusal(Instant.now().plusSeconds(60)));
        assertTrue(latest.isBefore(Instant.now()));

        long hole = backup.facts().lastSegment().number() + 1;
        for (int timeline = 1; timeline <= 5; timeline++) {
            Files.deleteIfExists(
                    cluster.archive()
                            .wal()
                            .file(new WalSegment(timeline, hole), backup.facts().segmentBytes()));
        }
        assertTrue(refusal(beforeTheDrop).matches("The WAL file 0000000[1-5].* is missing.*"));
    }

    private static Instant lastFull() throws Exception {
        return cluster.archive().wal().segments(backup.facts().segmentBytes()).values().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String refusal(Instant moment) {
        return assertThrows(ProblemException.class, () -> cluster.goBackTo(moment))
                .problem()
                .sentence();
    }

    private static void assertNothingBeside() throws Exception {
        assertEquals(List.of(), cluster.leftBeside());
    }

    private static final String TIMELINE = "SELECT timeline_id FROM pg_control_checkpoint()";

    private static final String COUNT_OF_ORDERS =
            """
            SELECT coalesce((xpath('//n/text()',
                                   query_to_xml('SELECT count(*) AS n FROM ' || to_regclass('orders'),
                                                false, true, '')))[1]::text,
                            'none')
            """;
}
