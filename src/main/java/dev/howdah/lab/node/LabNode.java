package dev.howdah.lab.node;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

    static final Duration START_LIMIT = NodeServer.START_LIMIT;
    private static final Duration VERIFY_LIMIT = Duration.ofSeconds(10);

    /** SQLSTATE cannot_connect_now. */
    private static final String STARTING = "57P03";

    /** SQLSTATE class connection exception. */
    private static final String CONNECTION = "08";

    private static final int PASSWORD_BYTES = 24;

    private final LabBinaries binaries;
    private final NodeFolder folder;
    private final NodeServer server;

    /** The node in this folder, which need not exist yet. */
    public LabNode(LabBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = new NodeFolder(folder.toAbsolutePath());
        server = new NodeServer(binaries, this.folder);
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
        create(initdbOptions, randomPassword());
    }

    /** The same with a password that the superuser had before. */
    public void create(List<String> initdbOptions, Secret password)
            throws ProblemException, InterruptedException {
        try {
            new NodeCreation(binaries, folder).run(initdbOptions, password);
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
            bringUp(settings);
            verify();
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** Ends the server as a power cut would. Returns when it is gone. */
    public void kill() throws ProblemException {
        server.kill();
    }

    /** Removes the node with all that it has; it is stopped before. */
    public void delete() throws ProblemException {
        stop();
        try {
            Folders.delete(folder.path());
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /**
     * The port, if it is free, or another free one.
     *
     * @param wanted 0 for the one that this node had when it last had one of its own
     */
    public int freePort(int wanted) throws ProblemException {
        try {
            return NodeSettings.freePort(
                    wanted == 0 ? new NodeSettings(folder).rememberedPort() : wanted);
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** Stops the server whoever started it; its sessions are ended. Does nothing when none runs. */
    public void stop() throws ProblemException {
        server.stop();
    }

    /** The running server's process; empty when none runs. */
    public Optional<ProcessHandle> server() throws ProblemException {
        return server.running();
    }

    /** Whether a server that runs says that it lets people in; it doesn't while it recovers. */
    public boolean takesConnections() throws ProblemException {
        try {
            return PostmasterFile.isReady(folder.data());
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

    /** Where the server listens, or listened last; 0 when that is not known. */
    public int port() throws ProblemException {
        try {
            return PostmasterFile.in(folder.data()).map(PostmasterFile::port).orElse(0);
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

    /** Remembers the superuser's password where it is missing, as after a loss of the folder. */
    public void remember(Secret password) throws ProblemException {
        try {
            if (!Files.isRegularFile(folder.password())) {
                PrivateFiles.createFolder(folder.path());
                AtomicFile.write(folder.password(), password.reveal().getBytes(US_ASCII));
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
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

    /** Starts it without asking whether it lets anybody in. */
    void bringUp(Map<String, String> settings)
            throws IOException, ProblemException, InterruptedException {
        server.start(settings);
    }

    PostgresProgram.Ended pgCtl(Duration limit, String command, String... options)
            throws IOException {
        return server.pgCtl(limit, command, options);
    }

    /** A server that was just promoted says for a moment that it is starting. */
    void verify() throws ProblemException, InterruptedException {
        LabAccess access = access(MAINTENANCE_DATABASE);
        try {
            if (!Patience.until(VERIFY_LIMIT, () -> answers(access))) {
                throw LabProblems.program("node.notStarted", "", folder.path());
            }
        } catch (SQLException e) {
            throw LabProblems.notStarted(e, folder.path());
        }
    }

    /**
     * Whether a connection could not be made or broke although the server lives, as it happens on a
     * busy desktop; it is worth another attempt.
     */
    public boolean livesDespite(SQLException e) throws ProblemException {
        String state = e.getSQLState();
        return state != null && state.startsWith(CONNECTION) && server().isPresent();
    }

    private boolean answers(LabAccess access) throws SQLException, ProblemException {
        try (Connection connection = access.connect("howdah lab");
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            if (STARTING.equals(e.getSQLState()) || livesDespite(e)) {
                return false;
            }
            if (ControlPlane.isRefusal(e)) {
                // whom the list lets in is not asked here
                return true;
            }
            throw e;
        }
    }

    /** The end of what the server said at its start, and of its log. */
    String said() throws IOException {
        return server.said();
    }
}
