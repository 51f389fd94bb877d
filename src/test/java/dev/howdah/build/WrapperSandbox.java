package dev.howdah.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A desktop made up for one run of {@code mvnw}: a project that pins a Maven of our own making, a
 * home, a folder of JDKs, and a PATH with nothing on it but the tools the script is written with.
 * The folders have spaces in their names, as those of people have.
 */
final class WrapperSandbox {
    static final String VERSION = "3.9.99";

    private static final String TOOLS =
            "cat curl cut dirname gzip mkdir mv perl readlink rm sed sha512sum shasum tar tr wget";

    /** Says how it was called, one fact a line; these lines are what the tests compare. */
    private static final String TELLING_MAVEN =
            """
            #!/bin/sh
            if [ "$1" = --version ]; then
                echo "Apache Maven %1$s (made up)"
                exit 0
            fi
            echo "maven %1$s"
            echo "jdk $JAVA_HOME"
            echo "base $MAVEN_BASEDIR"
            for argument do echo "argument $argument"; done
            """;

    final Path root;
    final Path project;
    final Path home;
    final Path jdks;
    final Path onPath;
    final Map<String, String> environment = new TreeMap<>();

    /** The temporary folder is asked for by its real path, because that is what mvnw answers. */
    WrapperSandbox(Path temporary) throws IOException {
        root = temporary.toRealPath();
        project = Files.createDirectories(root.resolve("the project"));
        home = Files.createDirectories(root.resolve("a home"));
        jdks = Files.createDirectories(root.resolve("all jdks"));
        onPath = Files.createDirectories(root.resolve("on the path"));
        Path tools = root.resolve("tools");
        for (String tool : TOOLS.split(" ", -1)) {
            Path real = installed(tool);
            if (real != null) {
                script(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
            }
        }
        Files.copy(Path.of("mvnw").toAbsolutePath(), project.resolve("mvnw"));
        Files.setPosixFilePermissions(
                project.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
        pin("0".repeat(128));
        environment.put("PATH", onPath + File.pathSeparator + tools);
        environment.put("HOME", home.toString());
        environment.put("HOWDAH_JDK_FOLDERS", root.resolve("nowhere") + ":" + jdks);
        // nobody listens there, so without a test's own server this desktop is offline
        environment.put("HOWDAH_MAVEN_BASE_URL", "http://127.0.0.1:1");
    }

    private static @Nullable Path installed(String tool) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Makes the project pin {@link #VERSION} with this sum. */
    void pin(String sha512) throws IOException {
        write(
                project.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "# made up\nmavenVersion=%s\nmavenSha512=%s\n".formatted(VERSION, sha512));
    }

    /** A folder that looks like a JDK, as far as mvnw looks. */
    Path jdk(Path folder, String version) throws IOException {
        script(folder.resolve("bin/javac"), "#!/bin/sh\n");
        script(folder.resolve("bin/java"), telling(folder));
        write(
                folder.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return folder;
    }

    Path jdk(String version) throws IOException {
        return jdk(jdks.resolve("jdk " + version), version);
    }

    /** Puts the java of this JDK on the PATH. */
    void javaOnPath(Path jdk) throws IOException {
        script(onPath.resolve("java"), telling(jdk));
    }

    /** What a java answers that is asked for its settings: on the error stream, indented. */
    private static String telling(Path jdk) {
        return "#!/bin/sh\necho 'Property settings:\n    java.home = %s' >&2\n".formatted(jdk);
    }

    /** A Maven folder whose mvn tells how it was called. */
    Path maven(Path folder, String version) throws IOException {
        script(folder.resolve("bin/mvn"), TELLING_MAVEN.formatted(version));
        return folder;
    }

    void installedMaven(String version) throws IOException {
        script(onPath.resolve("mvn"), TELLING_MAVEN.formatted(version));
    }

    /** The bytes of an apache-maven-…-bin.tar.gz with a telling Maven in it. */
    byte[] distribution() throws IOException, InterruptedException {
        Path packing = root.resolve("packing");
        maven(packing.resolve("apache-maven-" + VERSION), VERSION);
        Path archive = packing.resolve("archive.tar.gz");
        Process tar =
                new ProcessBuilder(
                                "tar",
                                "-czf",
                                archive.toString(),
                                "-C",
                                packing.toString(),
                                "apache-maven-" + VERSION)
                        .inheritIO()
                        .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar ended with " + tar.exitValue());
        }
        return Files.readAllBytes(archive);
    }

    Path dists() {
        return home.resolve(".m2/wrapper/dists");
    }

    /**
     * Every file and folder in the wrapper cache, relative and sorted; empty when there is none.
     */
    List<String> cache() throws IOException {
        if (Files.notExists(dists())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(dists())) {
            return all.filter(path -> !path.equals(dists()))
                    .map(path -> dists().relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    /** What came of one run; the lines of standard output, and all of standard error. */
    record Run(int exitCode, List<String> told, String said) {}

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(project, project.resolve("mvnw"), arguments);
    }

    Run run(Path folder, Path mvnw, String... arguments) throws IOException, InterruptedException {
        return await(start(folder, mvnw, arguments));
    }

    Process start(Path folder, Path mvnw, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(mvnw.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Both streams are a few lines, which the pipes hold. */
    static Run await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("mvnw did not end within 60 s");
        }
        try (var out = process.inputReader();
                var err = process.errorReader()) {
            return new Run(
                    process.exitValue(),
                    out.lines().toList(),
                    String.join("\n", err.lines().toList()));
        }
    }

    /** Puts the pinned Maven into the wrapper cache, where the usual wrapper puts it, too. */
    void cachedMaven() throws IOException {
        maven(dists().resolve("apache-maven-" + VERSION + "/1f2e"), VERSION);
    }

    /** What a run comes to when it got as far as Maven and named the project's own POM. */
    Run ran(String maven, Path jdk, String said, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-f", project.resolve("pom.xml").toString()));
        all.addAll(List.of(arguments));
        return ranExactly(maven, jdk, said, all.toArray(String[]::new));
    }

    /** The same with these arguments and no others. */
    Run ranExactly(String maven, Path jdk, String said, String... arguments) {
        List<String> told = new ArrayList<>();
        told.add("maven " + maven);
        told.add("jdk " + jdk);
        told.add("base " + project);
        for (String argument : arguments) {
            told.add("argument " + argument);
        }
        return new Run(0, told, said);
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
