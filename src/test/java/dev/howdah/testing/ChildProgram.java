package dev.howdah.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second Java program on the tests' class path, which can be killed at any moment. */
public final class ChildProgram implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private ChildProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts the main class; what it says goes to a file in {@code folder}, errors included.
     *
     * @param main has a main method, and speaks through {@link #say}
     */
    public static ChildProgram start(Class<?> main, Path folder, String... arguments)
            throws IOException {
        return start(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), main, folder, arguments);
    }

    /** As above, with options for the Java machine. */
    public static ChildProgram start(
            List<String> options, Class<?> main, Path folder, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, "child", ".out");
        List<String> command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path")),
                                options.stream(),
                                Stream.of(main.getName()),
                                Stream.of(arguments))
                        .flatMap(part -> part)
                        .toList();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new ChildProgram(process, output);
    }

    /** Said by the child: one line that is on its way before this returns. */
    public static void say(String line) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines so far. */
    public List<String> said() throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    public void awaitFirstLine() {
        Await.until("the child speaks", LIMIT, () -> !said().isEmpty());
    }

    /** Waits until it has ended by itself; fails when it did not end well. */
    public void awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("The child did not end well: " + said());
        }
    }

    public boolean lives() {
        return process.isAlive();
    }

    /** SIGKILL, and waits until the process is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
