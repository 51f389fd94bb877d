package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server process of a node: how it comes up and how it ends. */
final class NodeServer {
    static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int START_ATTEMPTS = 10;

    private final LabBinaries binaries;
    private final NodeFolder folder;
    private volatile @Nullable ProcessHandle lastSeen;

    NodeServer(LabBinaries binaries, NodeFolder folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    /** Starts it and returns when it is up, whether it lets anybody in or not. */
    void start(Map<String, String> settings)
            throws IOException, ProblemException, InterruptedException {
        boolean crashed = PostmasterFile.in(folder.data()).isPresent();
        int attempt = 1;
        while (!startedWith(settings, crashed, attempt)) {
            attempt++;
        }
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
        boolean worthAnother = crashed || !NodeSettings.isFree(port) || running().isPresent();
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

    /** Stops the server whoever started it; its sessions are ended. Does nothing when none runs. */
    void stop() throws ProblemException {
        try {
            Optional<PostmasterFile> file = PostmasterFile.in(folder.data());
            if (file.isEmpty()) {
                endHomeless();
                return;
            }
            file.get().removeIfStale(folder.data());
            if (running().isPresent() && !ended("fast") && !ended("immediate")) {
                throw LabProblems.program("node.notStopped", said(), folder.path());
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /**
     * We wait ourselves: pg_ctl takes a server that was killed for a living one until somebody has
     * collected its exit code.
     */
    private boolean ended(String mode) throws IOException, ProblemException {
        pgCtl(STOP_LIMIT, "stop", "-W", "-m", mode);
        return Patience.toTheEnd(STOP_LIMIT, () -> running().isEmpty());
    }

    /** The running server's process; empty when none runs. */
    Optional<ProcessHandle> running() throws ProblemException {
        try {
            Optional<ProcessHandle> server =
                    PostmasterFile.in(folder.data()).flatMap(file -> file.server(folder.data()));
            server.ifPresent(running -> lastSeen = running);
            return server;
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
    }

    /** A server whose folder was taken away goes on for a while, and holds its port. */
    private void endHomeless() {
        ProcessHandle seen = lastSeen;
        if (seen != null && seen.isAlive()) {
            List<ProcessHandle> backends = seen.descendants().toList();
            seen.destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Ends the server as a power cut would. Returns when it is gone. */
    void kill() throws ProblemException {
        Optional<ProcessHandle> server = running();
        server.ifPresent(ProcessHandle::destroyForcibly);
        endHomeless();
        new Orphans(folder.data()).end();
    }

    /** The end of what the server said at its start, and of its log. */
    String said() throws IOException {
        return PostgresProgram.tail(folder.startLog()) + "\n" + folder.log().tail();
    }
}
