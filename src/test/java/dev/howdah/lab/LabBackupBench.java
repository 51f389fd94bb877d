package dev.howdah.lab;

import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.lab.archive.InPlaceRecovery;
import dev.howdah.lab.archive.LabArchive;
import dev.howdah.lab.archive.RecoveryTarget;
import dev.howdah.lab.archive.Restore;
import dev.howdah.lab.archive.Retention;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.BackupTar;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.PostgresArchive;
import dev.howdah.testing.TestClusters;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the sample database, and going back in it, beside a plain copy of the same files. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class LabBackupBench {

    @Test
    void backsUpAndGoesBack(@TempDir Path folder, Report report) throws Exception {
        SomeLab.copyTo(folder);
        LabBinaries binaries =
                LabBinaries.unpacked(PostgresArchive.onClassPath(), SomeLab.programs(), _ -> {});
        LabNode node = new LabNode(binaries, folder.resolve("cluster/node-1"));
        LabArchive archive = new LabArchive(folder.resolve("archive"), Clock.systemUTC());
        archive.prepare(node.data());
        Map<String, String> settings = new HashMap<>(archive.settings(Retention.ofDays(2)));
        settings.put("shared_buffers", "64MB");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        node.start(settings);
        try {
            measure(folder, node, archive, settings, report);
        } finally {
            node.stop();
        }
    }

    private static void measure(
            Path folder,
            LabNode node,
            LabArchive archive,
            Map<String, String> settings,
            Report report)
            throws Exception {
        double copy = seconds(() -> TestClusters.copy(node.data(), folder.resolve("plain/copy")));
        WholeBackup[] made = {null};
        double backup =
                seconds(() ->
                        made[0] =
                                archive.backUp(
                                        node.data(),
                                        node.access(LabNode.MAINTENANCE_DATABASE),
                                        BackupFacts.Kind.ON_DEMAND,
                                        _ -> {}));
        double packed =
                seconds(() -> {
                    try (InputStream tar = BackupTar.of(made[0]).from(0)) {
                        tar.transferTo(OutputStream.nullOutputStream());
                    }
                });
        Instant moment = archive.seal(node.access(LabNode.MAINTENANCE_DATABASE));
        rewrite(node);
        double back =
                seconds(() ->
                        goBack(node, archive.plan(new RecoveryTarget.Moment(moment)), settings));
        report.figure("lab: plain copy of its files, not forced to the disk", copy, "s");
        report.figure("lab: base backup of the sample database", backup, "s");
        report.remark("of " + made[0].bytes() / 1_000_000 + " MB, with a sum of each file");
        report.figure("lab: that backup read as a tar", packed, "s");
        report.figure("lab: back to a moment in place", back, "s");
        report.remark("over a rewrite of all orders, from the request until it takes writes");
    }

    private static void goBack(LabNode node, Restore restore, Map<String, String> settings)
            throws Exception {
        InPlaceRecovery place = new InPlaceRecovery(node);
        place.prepare(restore, _ -> {});
        node.stop();
        place.swap();
        place.recover(restore, settings, _ -> {});
    }

    private static void rewrite(LabNode node) throws Exception {
        try (Connection connection = node.access("techcorp").connect("howdah bench");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE orders.orders SET id = id");
        }
    }

    /** What is timed. */
    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }

    private static double seconds(Deed deed) throws Exception {
        long begin = System.nanoTime();
        deed.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
