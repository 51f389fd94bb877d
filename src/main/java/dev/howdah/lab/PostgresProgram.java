package dev.howdah.lab;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb and pg_ctl to their end. As root they run in a user namespace of their own, because
 * PostgreSQL refuses to work for root.
 *
 * @param output the file that receives what the program says; a file and not a pipe, because the
 *     server that pg_ctl leaves behind would hold the pipe open
 */
record PostgresProgram(LabBinaries binaries, Path output) {
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
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
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
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        return ended
                ? new Ended(process.exitValue(), tail(output))
                : new Ended(-1, name + " took longer than " + limit.toSeconds() + " s");
    }

    /** The last lines of a file; empty when there is no file. */
    static String tail(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, content.length() - TAIL_BYTES);
            byte[] last = new byte[(int) (content.length() - start)];
            content.seek(start);
            content.readFully(last);
            return new String(last, StandardCharsets.UTF_8).strip();
        }
    }
}
