package dev.howdah.lab;

import dev.howdah.core.AtomicFile;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One PostgreSQL server of the lab: its data folder, its log, its port and its superuser's
 * password, all in one folder. It listens on this machine's own address only.
 *
 * <p>Not for several threads at a time.
 */
public final class LabNode {
    public static final String SUPERUSER = "postgres";
    static final String HOST = "127.0.0.1";

    /** Where the settings of {@link #start} go; ALTER SYSTEM still wins over it. */
    private static final String SETTINGS_FILE = "howdah.conf";

    private static final String MAKING = ".making-";
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(3);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int START_ATTEMPTS = 4;

    private final LabBinaries binaries;
    private final Path folder;

    /** The node in this folder, which need not exist yet. */
    public LabNode(LabBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    public boolean exists() {
        return Files.isRegularFile(data().resolve("PG_VERSION"));
    }

    /**
     * Makes an empty cluster with a random password. The folder appears as a whole or not at all.
     *
     * @param initdbOptions encoding, locale and the like
     */
    public void create(List<String> initdbOptions) throws ProblemException, InterruptedException {
        try {
            removeUnfinished();
            Path making = folder.resolveSibling(folder.getFileName() + MAKING + System.nanoTime());
            Folders.createPrivate(making);
            LabNode unfinished = new LabNode(binaries, making);
            AtomicFile.write(unfinished.passwordFile(), randomPassword());
            unfinished.initdb(initdbOptions);
            Folders.delete(folder);
            Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
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
            boolean crashed = PostmasterFile.in(data()).isPresent();
            for (int attempt = 1; ; attempt++) {
                stop();
                int port = freePort();
                writeSettings(settings, port);
                PostgresProgram.Ended ended = launch();
                if (ended.wentWell()) {
                    break;
                }
                // the port was taken in between, or processes of the crashed server are still dying
                boolean worthAnother = crashed || !isFree(port) || server().isPresent();
                if (!worthAnother || attempt == START_ATTEMPTS) {
                    throw LabProblems.program(
                            "node.notStarted", ended.text() + "\n" + startLog(), folder);
                }
            }
            verify();
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** Stops the server whoever started it; its sessions are ended. Does nothing when none runs. */
    public void stop() throws ProblemException, InterruptedException {
        try {
            Optional<PostmasterFile> file = PostmasterFile.in(data());
            if (file.isEmpty()) {
                return;
            }
            file.get().removeIfStale(data());
            Optional<ProcessHandle> server = file.get().server(data());
            if (server.isPresent()
                    && !pgCtl(STOP_LIMIT, "stop", "-m", "fast").wentWell()
                    && !pgCtl(STOP_LIMIT, "stop", "-m", "immediate").wentWell()
                    && server.get().isAlive()) {
                throw LabProblems.program("node.notStopped", startLog(), folder);
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** The running server's process; empty when none runs. */
    public Optional<ProcessHandle> server() throws ProblemException {
        try {
            return PostmasterFile.in(data()).flatMap(file -> file.server(data()));
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** How the superuser logs in to a database of the running server. */
    public LabAccess access(String database) throws ProblemException {
        try {
            int port =
                    PostmasterFile.in(data())
                            .map(PostmasterFile::port)
                            .orElseThrow(() -> LabProblems.program("node.notRunning", "", folder));
            Secret password = Secret.of(Files.readString(passwordFile()).strip());
            return new LabAccess(HOST, port, database, SUPERUSER, password);
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** The folder of the server's log files. */
    public Path log() {
        return folder.resolve("log");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    private void initdb(List<String> options)
            throws IOException, ProblemException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                data().toString(),
                                "--username",
                                SUPERUSER,
                                "--pwfile",
                                passwordFile().toString(),
                                "--auth",
                                "scram-sha-256"));
        arguments.addAll(options);
        PostgresProgram.Ended ended = program().run("initdb", arguments, INITDB_LIMIT);
        if (!ended.wentWell()) {
            throw LabProblems.program("node.notCreated", ended.text(), folder);
        }
        Files.writeString(
                data().resolve("postgresql.conf"),
                Files.readString(data().resolve("postgresql.conf"))
                        + "\ninclude_if_exists = '%s'\n".formatted(SETTINGS_FILE));
    }

    private PostgresProgram.Ended launch() throws IOException, InterruptedException {
        Files.deleteIfExists(startLogFile());
        try {
            return pgCtl(START_LIMIT, "start", "-l", startLogFile().toString());
        } catch (InterruptedException e) {
            // pg_ctl is gone, but what it started may be on its way
            PostmasterFile.in(data())
                    .flatMap(file -> file.server(data()))
                    .ifPresent(ProcessHandle::destroy);
            throw e;
        }
    }

    private PostgresProgram.Ended pgCtl(Duration limit, String command, String... options)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                command,
                                "-D",
                                data().toString(),
                                "-w",
                                "-t",
                                Long.toString(limit.toSeconds())));
        arguments.addAll(List.of(options));
        return program().run("pg_ctl", arguments, limit.plusSeconds(5));
    }

    private PostgresProgram program() {
        return new PostgresProgram(binaries, folder.resolve("program.log"));
    }

    private void verify() throws ProblemException {
        try (Connection connection = access("postgres").connect("howdah lab");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw LabProblems.of(e, "node.notStarted", folder);
        }
    }

    private void writeSettings(Map<String, String> settings, int port) throws IOException {
        Map<String, String> own =
                Map.of(
                        "listen_addresses", HOST,
                        "port", Integer.toString(port),
                        "unix_socket_directories", "",
                        "logging_collector", "on",
                        "log_directory", "../log");
        String content =
                Stream.of(own, settings)
                        .flatMap(map -> map.entrySet().stream())
                        .map(entry -> entry.getKey() + " = '" + escaped(entry.getValue()) + "'\n")
                        .sorted()
                        .collect(Collectors.joining());
        AtomicFile.write(data().resolve(SETTINGS_FILE), content.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(portFile(), Integer.toString(port).getBytes(StandardCharsets.UTF_8));
    }

    /** As a quoted value of a configuration file is written; it ends at the line's end. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("'", "''").replace("\n", " ");
    }

    /** The port of the last start, or another one below those that outgoing connections get. */
    private int freePort() throws IOException {
        int port =
                Files.isRegularFile(portFile())
                        ? Integer.parseInt(Files.readString(portFile()).strip())
                        : anyPort();
        for (int tries = 0; tries < 100 && !isFree(port); tries++) {
            port = anyPort();
        }
        return port;
    }

    private static int anyPort() {
        return ThreadLocalRandom.current().nextInt(15_000, 32_000);
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private Path startLogFile() {
        return folder.resolve("start.log");
    }

    /** What the server said before it opened its own log, and the end of that log. */
    private String startLog() throws IOException {
        String said = PostgresProgram.tail(startLogFile());
        if (!Files.isDirectory(log())) {
            return said;
        }
        try (Stream<Path> files = Files.list(log())) {
            Optional<Path> newest = files.max(Path::compareTo);
            return newest.isEmpty() ? said : said + "\n" + PostgresProgram.tail(newest.get());
        }
    }

    /**
     * What a crash left of an earlier attempt; its initdb may still be writing there for a moment.
     */
    private void removeUnfinished() throws IOException {
        if (!Files.isDirectory(folder.resolveSibling("."))) {
            return;
        }
        String prefix = folder.getFileName() + MAKING;
        try (Stream<Path> siblings = Files.list(folder.resolveSibling("."))) {
            for (Path sibling : siblings.toList()) {
                if (sibling.getFileName().toString().startsWith(prefix)) {
                    Folders.delete(sibling);
                }
            }
        }
    }

    private static byte[] randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encode(random);
    }
}
