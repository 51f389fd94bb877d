package dev.howdah.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.AtomicFile;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.LabProgress.Step;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.PostgresArchive;
import dev.howdah.lab.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The way to an open lab. Each step looks for what it would make, and what is there under its final
 * name is whole; so a run that was killed anywhere is taken up by the next one.
 *
 * @param folder the lab's own
 * @param programs where PostgreSQL is unpacked
 */
record LabOpening(Path folder, Path programs, Consumer<LabProgress> progress) {
    /** PostgreSQL 61 MB, cluster and data 230 MB, WAL 130 MB: measured, and rounded up. */
    private static final long NEEDED_BYTES = 600L << 20;

    private static final List<String> INITDB =
            List.of(
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");

    /** A small server that tells a DBA what it does. */
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("cluster_name", "lab"),
                    Map.entry("max_connections", "100"),
                    Map.entry("shared_buffers", "64MB"),
                    Map.entry("effective_cache_size", "512MB"),
                    Map.entry("max_worker_processes", "4"),
                    Map.entry("max_parallel_workers_per_gather", "0"),
                    Map.entry("max_wal_size", "128MB"),
                    Map.entry("checkpoint_timeout", "15min"),
                    Map.entry("client_connection_check_interval", "2s"),
                    Map.entry("shared_preload_libraries", "pg_stat_statements"),
                    Map.entry("track_io_timing", "on"),
                    Map.entry("deadlock_timeout", "1s"),
                    Map.entry("log_lock_waits", "on"),
                    Map.entry("log_temp_files", "32MB"),
                    Map.entry("log_min_duration_statement", "2s"),
                    Map.entry("log_autovacuum_min_duration", "1s"),
                    Map.entry("log_line_prefix", "%m [%p] %q%u@%d %a "),
                    Map.entry("log_filename", "postgresql-%Y-%m-%d_%H%M%S.log"),
                    Map.entry("log_rotation_size", "4MB"));

    /** Unpacks PostgreSQL if that has to be done; the node need not exist yet. */
    LabNode unpack() throws ProblemException, InterruptedException {
        try {
            PostgresArchive archive = PostgresArchive.onClassPath();
            if (!Files.isDirectory(programs.resolve(archive.name()))) {
                LabProblems.requireRoom(programs, NEEDED_BYTES);
            }
            LabBinaries binaries =
                    LabBinaries.unpacked(
                            archive, programs, fraction -> tell(Step.UNPACKING, fraction));
            return new LabNode(binaries, cluster().resolve("node-1"));
        } catch (IOException e) {
            throw LabProblems.of(e, programs);
        }
    }

    /** Brings the server up, and makes its data folder before if there is none. */
    void start(LabNode node) throws ProblemException, InterruptedException {
        tell(Step.CREATING, 0);
        if (!node.exists()) {
            LabProblems.requireRoom(folder, NEEDED_BYTES);
            node.create(INITDB);
        }
        tell(Step.STARTING, 0);
        node.start(SETTINGS);
    }

    /** Fills the running server and returns the password of the services. */
    Secret fill(LabNode node) throws ProblemException, InterruptedException {
        tell(Step.FILLING, 0);
        Path passwordFile = cluster().resolve("services-password");
        SampleData data = new SampleData(node.access(LabNode.MAINTENANCE_DATABASE));
        try {
            data.fillIfMissing(fraction -> tell(Step.FILLING, fraction));
            if (!Files.isRegularFile(passwordFile)) {
                Secret fresh = LabNode.randomPassword();
                data.setPassword(fresh);
                AtomicFile.write(passwordFile, fresh.reveal().getBytes(US_ASCII));
            }
            return Secret.of(Files.readString(passwordFile, US_ASCII).strip());
        } catch (SQLException e) {
            throw LabProblems.notFilled(e, folder);
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    void tell(Step step, double fraction) {
        progress.accept(new LabProgress(step, fraction));
    }
}
