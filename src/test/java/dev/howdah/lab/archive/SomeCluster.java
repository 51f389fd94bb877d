package dev.howdah.lab.archive;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.RecoveringNode;
import dev.howdah.testing.TestClusters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** A small cluster of one node, with an archive in a folder with a name as people give them. */
record SomeCluster(LabNode node, LabArchive archive) {

    /** Not running, and without data of its own. */
    static SomeCluster in(Path folder) throws Exception {
        LabNode node = TestClusters.copyOf(18);
        TestClusters.stopAtExit(node);
        return new SomeCluster(node, archive(folder));
    }

    static LabArchive archive(Path folder) {
        return new LabArchive(folder.resolve("DBA's 100% archive"), Clock.systemUTC());
    }

    static SomeCluster running(Path folder) throws Exception {
        SomeCluster cluster = in(folder);
        cluster.archive.prepare(cluster.node.data());
        cluster.node.start(cluster.settings());
        return cluster;
    }

    Map<String, String> settings() {
        return settings(archive);
    }

    static Map<String, String> settings(LabArchive archive) {
        Map<String, String> all = new HashMap<>(archive.settings(Retention.ofDays(2)));
        all.put("shared_buffers", "8MB");
        all.put("max_connections", "20");
        all.put("fsync", "off");
        return all;
    }

    WholeBackup backUp() throws ProblemException, InterruptedException {
        return archive.backUp(
                node.data(),
                node.access(LabNode.MAINTENANCE_DATABASE),
                BackupFacts.Kind.ON_DEMAND,
                _ -> {});
    }

    void goBackTo(Instant moment) throws ProblemException, InterruptedException {
        goBackTo(moment, node, archive, _ -> {});
    }

    /** As the lab does it for its primary, in a cluster of one node. */
    static void goBackTo(Instant moment, LabNode node, LabArchive archive, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        if (node.server().isPresent()) {
            archive.seal(node.access(LabNode.MAINTENANCE_DATABASE));
        }
        InPlaceRecovery place = new InPlaceRecovery(node);
        Restore restore = archive.plan(new RecoveryTarget.Moment(moment));
        place.prepare(restore, share -> progress.accept(share / 2));
        node.stop();
        place.swap();
        place.recover(restore, settings(archive), share -> progress.accept((1 + share) / 2));
    }

    /** What lies beside the node's folder and belongs to it; other tests have theirs there too. */
    List<Path> leftBeside() throws Exception {
        Path folder = new RecoveringNode(node).folder();
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            return siblings.filter(each ->
                            each.getFileName().toString().startsWith(folder.getFileName() + "."))
                    .toList();
        }
    }

    void run(String... statements) throws Exception {
        try (Connection connection = connect(node);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** By the server's clock, to the microsecond. */
    Instant now() throws Exception {
        try (Connection connection = connect(node);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    List<String> ask(String sql) throws Exception {
        return ask(node, sql);
    }

    /** The first column. */
    static List<String> ask(LabNode node, String sql) throws Exception {
        try (Connection connection = connect(node);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }

    private static Connection connect(LabNode node) throws ProblemException, SQLException {
        return node.access(LabNode.MAINTENANCE_DATABASE).connect("howdah test");
    }
}
