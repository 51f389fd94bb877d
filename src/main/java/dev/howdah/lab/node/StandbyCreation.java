package dev.howdah.lab.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.DoubleConsumer;

/**
 * Makes a standby from a running primary, beside its place, and moves it there when it is whole.
 *
 * @param label names the copy in the primary's log and in backup_label
 */
record StandbyCreation(LabNode primary, NodeFolder node, String label) {
    static final String SIGNAL = "standby.signal";

    /** WAL that comes while the copy is made, and the segments that a standby keeps. */
    private static final long WAL_BYTES = 192L << 20;

    private static final String BEGIN = "SELECT pg_backup_start(?, fast => true)";

    /** The WAL in between is streamed, so nobody waits for the archive. */
    private static final String END =
            "SELECT labelfile, spcmapfile FROM pg_backup_stop(wait_for_archive => false)";

    void run(DoubleConsumer progress)
            throws IOException, ProblemException, SQLException, InterruptedException {
        long bytes = DataCopy.bytesIn(primary.data());
        LabProblems.requireRoom(node.path(), bytes + WAL_BYTES);
        Path making = NodeCreation.making(node);
        PrivateFiles.createFolder(making);
        NodeFolder made = new NodeFolder(making);
        Files.copy(
                primary.folder().password(), made.password(), StandardCopyOption.COPY_ATTRIBUTES);
        copy(made.data(), bytes, progress);
        Files.createFile(made.data().resolve(SIGNAL));
        Folders.delete(node.path());
        Files.move(making, node.path(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void copy(Path data, long bytes, DoubleConsumer progress)
            throws IOException, ProblemException, SQLException, InterruptedException {
        long[] done = {0};
        try (Connection connection =
                new ControlPlane(primary)
                        .access(LabNode.MAINTENANCE_DATABASE)
                        .connect("howdah lab copy")) {
            try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
                begin.setString(1, label);
                begin.execute();
            }
            new DataCopy(
                            primary.data(),
                            data,
                            more -> {
                                done[0] += more;
                                progress.accept((double) done[0] / Math.max(1, bytes));
                            })
                    .run();
            try (PreparedStatement end = connection.prepareStatement(END);
                    ResultSet answer = end.executeQuery()) {
                answer.next();
                Files.writeString(data.resolve("backup_label"), answer.getString(1), UTF_8);
                String tablespaces = answer.getString(2);
                if (tablespaces != null && !tablespaces.isEmpty()) {
                    Files.writeString(data.resolve("tablespace_map"), tablespaces, UTF_8);
                }
            }
        }
    }
}
