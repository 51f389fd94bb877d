package dev.howdah.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link LabChild} in a JVM of its own. */
final class LabProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private LabProcess(Process process) {
        this.process = process;
        said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * @param plan to change to, and where the journal is of what is left half-done; empty to let
     *     the services work
     */
    static LabProcess open(Path folder, Path programs, String... plan) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(LabChild.class.getName());
        command.addAll(List.of(folder.toString(), programs.toString()));
        command.addAll(List.of(plan));
        return new LabProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Reads on until a line begins with one of these, and returns that line. */
    String waitFor(String... beginnings) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (Stream.of(beginnings).anyMatch(line::startsWith)) {
                return line;
            }
        }
        throw new IOException("it ended without saying " + List.of(beginnings));
    }

    /** SIGKILL: nothing of it can run any more. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** SIGTERM, as when the desktop session ends. */
    void terminate() {
        process.destroy();
        process.onExit().orTimeout(2, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        kill();
    }
}
