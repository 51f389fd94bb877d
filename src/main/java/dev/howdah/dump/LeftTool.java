package dev.howdah.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A client tool that outlives a console that was killed, as long as it has nothing to say, and the
 * files that are nobody's then.
 *
 * @param process by number and start, for a number is given again; empty before it was started
 * @param unfinished files that it writes, and that mean nothing before it has come to its end
 */
record LeftTool(String process, List<Path> unfinished) {
    private static final char SEPARATOR = '@';
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(10);

    LeftTool {
        unfinished = List.copyOf(unfinished);
    }

    static LeftTool toBe(List<Path> unfinished) {
        return new LeftTool("", unfinished);
    }

    LeftTool running(ProcessHandle handle) {
        return new LeftTool(name(handle), unfinished);
    }

    private static String name(ProcessHandle process) {
        return process.pid()
                + String.valueOf(SEPARATOR)
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(process));
        unfinished.forEach(file -> lines.add(file.toAbsolutePath().toString()));
        return String.join("\n", lines) + "\n";
    }

    static LeftTool of(List<String> lines) {
        return new LeftTool(
                lines.isEmpty() ? "" : lines.getFirst(),
                lines.stream().skip(1).map(Path::of).toList());
    }

    /** Ends the tool with whatever it has started, and removes its files. */
    void end() throws IOException {
        running().forEach(LeftTool::end);
        for (Path file : unfinished) {
            Files.deleteIfExists(file);
        }
    }

    private Stream<ProcessHandle> running() {
        int separator = process.indexOf(SEPARATOR);
        if (separator < 0 || separator == process.length() - 1) {
            return Stream.empty();
        }
        return ProcessHandle.of(Long.parseLong(process.substring(0, separator))).stream()
                .filter(each -> name(each).equals(process));
    }

    private static void end(ProcessHandle tool) {
        List<ProcessHandle> all = Stream.concat(tool.descendants(), Stream.of(tool)).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // on Windows nothing that it writes is removed before
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!all.stream().allMatch(LeftTool::isGone) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** One whose exit code nobody has asked for is still there, and has no command any more. */
    private static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
