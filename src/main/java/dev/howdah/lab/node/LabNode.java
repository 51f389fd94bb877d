package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One PostgreSQL server of the lab: its data folder, its log, its port and its superuser's
 * password, all in one folder. It listens on this machine's own address only.
 *
 * <p>Not for several threads at a time.
 */
public final class LabNode {
    public static final String SUPERUSER = "postgres";

    /** The database that is always there. */
    public static final String MAINTENANCE_DATABASE = "postgres";

    static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int START_ATTEMPTS = 10;
    private static final int PASSWORD_BYTES = 24;

    private final LabBinaries binaries;
    private final NodeFolder folder;

    /** The node in this folder, which need not exist yet. */
    public LabNode(LabBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = new NodeFolder(folder.toAbsolutePath());
    }

    public boolean exists() {
        return folder.holdsCluster();
    }

    /**
     * Makes an empty cluster with a random password. The folder appears as a whole or not at all.
     *
     * @param initdbOptions encoding, locale and the like
     */
    public void create(List<String> initdbOptions) throws ProblemException, InterruptedException {
        try {
            new NodeCreation(binaries, folder).run(initdbOptions);
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /**
     * Starts the server, after stopping one that an earlier run of the app left behind, and returns
     * when it answers.
     *
     * @param settings parameters and their values, unquoted; they replace those of the last start
     */
    public void start(Map<String, String> settings) throws ProblemException, InterruptedException {
        try {
            new NodeCreation(binaries, folder).removeUnfinished();
            boolean crashed = PostmasterFile.in(folder.data()).isPresent();
            int attempt = 1;
            while (!startedWith(settings, crashed, attempt)) {
                attempt++;
            }
            verify();
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** Stops the server whoever started it; its sessions are ended. Does nothing when none runs. */
    public void stop() throws ProblemException {
        try {
            Optional<PostmasterFile> file = PostmasterFile.in(folder.data());
            if (file.isEmpty()) {
                return;
            }
            file.get().removeIfStale(folder.data());
            if (file.get().server(folder.data()).isPresent()
                    && !pgCtl(STOP_LIMIT, "stop", "-m", "fast").wentWell()
                    && !pgCtl(STOP_LIMIT, "stop", "-m", "immediate").wentWell()
                    && server().isPresent()) {
                throw LabProblems.program("node.notStopped", said(), folder.path());
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** The running server's process; empty when none runs. */
    public Optional<ProcessHandle> server() throws ProblemException {
        try {
            return PostmasterFile.in(folder.data()).flatMap(file -> file.server(folder.data()));
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** How the superuser logs in to a database of the running server. */
    public LabAccess access(String database) throws ProblemException {
        try {
            int port =
                    PostmasterFile.in(folder.data())
                            .map(PostmasterFile::port)
                            .orElseThrow(() ->
                                    LabProblems.program("node.notRunning", "", folder.path()));
            Secret password = Secret.of(Files.readString(folder.password()).strip());
            return new LabAccess(NodeSettings.HOST, port, database, SUPERUSER, password);
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** PostgreSQL's own data folder. */
    public Path data() {
        return folder.data();
    }

    public NodeLog log() {
        return folder.log();
    }

    NodeFolder folder() {
        return folder;
    }

    LabBinaries binaries() {
        return binaries;
    }

    /** Long enough that nobody has to remember or guess it. */
    public static Secret randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** One attempt; false when another one may have more luck. */
    private boolean startedWith(Map<String, String> settings, boolean crashed, int attempt)
            throws IOException, ProblemException, InterruptedException {
        stop();
        int port = new NodeSettings(folder).write(settings);
        PostgresProgram.Ended ended = launch();
        if (ended.wentWell()) {
            return true;
        }
        // the port was taken in between, or processes of the crashed server are still dying
        boolean worthAnother = crashed || !NodeSettings.isFree(port) || server().isPresent();
        if (!worthAnother || attempt == START_ATTEMPTS) {
            throw LabProblems.program(
                    "node.notStarted", ended.text() + "\n" + said(), folder.path());
        }
        return false;
    }

    private PostgresProgram.Ended launch()
            throws IOException, ProblemException, InterruptedException {
        Files.deleteIfExists(folder.startLog());
        PostgresProgram.Ended ended =
                pgCtl(START_LIMIT, "start", "-l", folder.startLog().toString());
        if (Thread.interrupted()) {
            stop();
            throw new InterruptedException();
        }
        return ended;
    }

    PostgresProgram.Ended pgCtl(Duration limit, String command, String... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "-w"));
        arguments.addAll(List.of("-D", folder.data().toString()));
        arguments.addAll(List.of("-t", Long.toString(limit.toSeconds())));
        arguments.addAll(List.of(options));
        return new PostgresProgram(binaries, folder.programLog())
                .runToItsEnd("pg_ctl", arguments, limit.plusSeconds(5));
    }

    private void verify() throws ProblemException {
        try (Connection connection = access(MAINTENANCE_DATABASE).connect("howdah lab");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw LabProblems.notStarted(e, folder.path());
        }
    }

    /** The end of what the server said at its start, and of its log. */
    String said() throws IOException {
        return PostgresProgram.tail(folder.startLog()) + "\n" + log().tail();
    }
}
