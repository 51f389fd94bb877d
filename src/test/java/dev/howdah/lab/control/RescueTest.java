package dev.howdah.lab.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Recovery;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.PostgresArchive;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperations;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestClusters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single node loses its disk or what is on it, with a backup and without. */
class RescueTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A backup that was taken while nothing ran. */
    private record ColdBackup(Path copy) implements Recovery {
        @Override
        public Map<String, String> settings(LabPlan plan) {
            return Map.of();
        }

        @Override
        public boolean restoreNewest(
                LabNode node, Map<String, String> settings, DoubleConsumer progress) {
            if (!Files.isDirectory(copy)) {
                return false;
            }
            try {
                TestClusters.delete(node.data());
                TestClusters.copy(copy, node.data());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }
    }

    /** A service that is quick to make. */
    private static final class Small implements Foundation {
        @Override
        public void create(LabNode node, Secret password)
                throws ProblemException, InterruptedException {
            node.create(List.of("--encoding=UTF8", "--no-locale", "--no-sync"), password);
        }

        @Override
        public void fill(LabNode primary) throws ProblemException {
            try {
                run(
                        primary.access(LabNode.MAINTENANCE_DATABASE),
                        "CREATE TABLE IF NOT EXISTS made_anew ()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aSingleNodeWithoutDiskComesBackFromTheBackupAndElseEmpty(@TempDir Path folder)
            throws Exception {
        SomeLab.copySmallTo(folder);
        Path cluster = folder.resolve("cluster");
        Path backup = folder.resolve("backup");
        TestClusters.copy(cluster.resolve("node-1/data"), backup);
        Fleet fleet =
                Fleet.in(
                        cluster,
                        LabBinaries.unpacked(
                                PostgresArchive.onClassPath(), SomeLab.programs(), _ -> {}),
                        new ColdBackup(backup));
        LabOperations book = new LabOperations(cluster.resolve("operations"));
        Control control = new Control(fleet, new Small(), book, Clock.systemUTC());
        control.open();
        try {
            control.watch();
            LabAccess access = fleet.primary().access(LabNode.MAINTENANCE_DATABASE);
            run(access, "CREATE TABLE after_the_backup ()");

            lose(fleet, book);
            assertEquals(
                    "0",
                    SomeLab.ask(
                                    access,
                                    "SELECT count(*) FROM pg_tables WHERE tablename = 'after_the_backup'")
                            .getFirst());
            assertEquals("Restore node-1 DONE", newest(book));

            Files.write(fleet.primary().data().resolve("global/pg_control"), new byte[8_192]);
            fleet.primary().kill();
            Await.until("it is restored", LIMIT, () -> book.all().size() == 3 && isIdle(book));
            assertEquals("Restore node-1 DONE", newest(book));
            assertEquals("Start node-1 again", book.all().get(1).title());
            assertEquals(LabOperation.State.FAILED, book.all().get(1).state());

            TestClusters.delete(backup);
            lose(fleet, book);
            assertEquals(
                    List.of("made_anew"),
                    SomeLab.ask(
                            access, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
            assertEquals("Restore node-1 DONE", newest(book));
        } finally {
            control.stop();
        }
    }

    private static void lose(Fleet fleet, LabOperations book) throws Exception {
        int before = book.all().size();
        Path node = Objects.requireNonNull(fleet.primary().data().getParent());
        Files.move(node, node.resolveSibling("gone-" + before));
        Await.until("it is made good", LIMIT, () -> book.all().size() > before && isIdle(book));
    }

    private static boolean isIdle(LabOperations book) {
        return book.underWay().isEmpty();
    }

    private static String newest(LabOperations book) {
        LabOperation newest = book.all().getFirst();
        return newest.title() + " " + newest.state();
    }

    private static void run(LabAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect("howdah test");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
