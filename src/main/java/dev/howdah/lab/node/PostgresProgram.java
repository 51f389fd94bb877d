package dev.howdah.lab.node;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb and pg_ctl to their end. As root they run in a user namespace of their own, because
 * PostgreSQL refuses to work for root.
 *
 * @param output the file that receives what the program says; a file and not a pipe, because the
 *     server that pg_ctl leaves behind would hold the pipe open
 */
record PostgresProgram(LabBinaries binaries, Path output) {
    /** Looked up in a thread of its own, because the library would swallow our interrupt. */
    private static final boolean IN_USER_NAMESPACE =
            CompletableFuture.supplyAsync(LinuxUtils::isUnshareAvailable).join();

    private static final int TAIL_BYTES = 1_500;

    /**
     * How a program ended.
     *
     * @param text the end of what it said
     */
    record Ended(int exitCode, String text) {
        boolean wentWell() {
            return exitCode == 0;
        }
    }

    /** Waits for the program; when interrupted or out of time, ends it and what it started. */
    Ended run(String name, List<String> arguments, Duration limit)
            throws IOException, InterruptedException {
        Process process = start(name, arguments);
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                destroy(process);
            }
        }
        return ended ? ended(process) : tooLate(name, limit);
    }

    /**
     * The same for a program that has to be let finish: what it starts or stops would be in a state
     * that nobody knows. An interrupt is kept for later.
     */
    Ended runToItsEnd(String name, List<String> arguments, Duration limit) throws IOException {
        Process process = start(name, arguments);
        CompletableFuture<Process> end = process.onExit();
        try {
            return ended(end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join());
        } catch (CompletionException _) {
            destroy(process);
            return tooLate(name, limit);
        }
    }

    private Process start(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (IN_USER_NAMESPACE) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(name).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Ended ended(Process process) throws IOException {
        return new Ended(process.exitValue(), tail(output));
    }

    private static Ended tooLate(String name, Duration limit) {
        return new Ended(-1, name + " took longer than " + limit.toSeconds() + " s");
    }

    /** The last lines of a file; empty when there is no file. */
    static String tail(Path file) throws IOException {
        return tail(file, TAIL_BYTES);
    }

    /** The same, of so many bytes; the first line may be cut. */
    static String tail(Path file, int bytes) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, content.length() - bytes);
            byte[] last = new byte[(int) (content.length() - start)];
            content.seek(start);
            content.readFully(last);
            return new String(last, StandardCharsets.UTF_8).strip();
        }
    }
}
