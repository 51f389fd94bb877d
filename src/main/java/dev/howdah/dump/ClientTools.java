package dev.howdah.dump;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds pg_dump and its siblings: on the PATH, and where packages usually put them. */
public final class ClientTools {
    private static final Texts TEXTS = Texts.of(ClientTools.class);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d{1,3})[\\w.]*)");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A parent folder, and where the tools are below each of its children. */
    private record Usual(String parent, String below) {}

    private static final List<Usual> USUAL =
            List.of(
                    new Usual("/usr/lib/postgresql", "bin"),
                    new Usual("/usr", "bin"),
                    new Usual("/opt/homebrew/opt", "bin"),
                    new Usual("/usr/local/opt", "bin"),
                    new Usual("/Applications/Postgres.app/Contents/Versions", "bin"),
                    new Usual("/Library/PostgreSQL", "bin"),
                    new Usual("C:\\Program Files\\PostgreSQL", "bin"));

    private final List<Path> folders;

    /** Looks where this desktop usually has them. */
    public static ClientTools usual() {
        Set<Path> folders = new LinkedHashSet<>();
        String path = System.getenv("PATH");
        if (path != null) {
            for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
                if (!folder.isBlank()) {
                    folders.add(Path.of(folder));
                }
            }
        }
        USUAL.forEach(usual -> folders.addAll(below(usual)));
        return new ClientTools(List.copyOf(folders));
    }

    /** Looks in these folders only. */
    ClientTools(List<Path> folders) {
        this.folders = folders;
    }

    private static List<Path> below(Usual usual) {
        List<Path> found = new ArrayList<>();
        Path parent = Path.of(usual.parent());
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
                children.forEach(child -> found.add(child.resolve(usual.below())));
            } catch (IOException _) {
                // a folder that can't be read holds no tool for us
            }
        }
        return found;
    }

    /** Every usable set of tools, the newest first; asks each for its version and blocks. */
    public List<ClientTool> all() {
        List<ClientTool> tools = new ArrayList<>();
        for (Path folder : folders) {
            Path program = new ClientTool(folder, "", 0).program("pg_dump");
            if (Files.isExecutable(program)) {
                version(program)
                        .map(version ->
                                new ClientTool(
                                        folder,
                                        version.group(1),
                                        Integer.parseInt(version.group(2))))
                        .ifPresent(tools::add);
            }
        }
        tools.sort(
                Comparator.comparing(ClientTool::major)
                        .thenComparing(ClientTool::version)
                        .reversed());
        return tools;
    }

    /**
     * The newest tools, which must not be older than the server; blocks.
     *
     * @throws ProblemException of kind NOT_SUPPORTED, saying what to install
     */
    public ClientTool forServer(int serverMajor) throws ProblemException {
        List<ClientTool> tools = all();
        if (tools.isEmpty()) {
            throw refusal("tools.none", serverMajor);
        }
        ClientTool newest = tools.getFirst();
        if (newest.major() < serverMajor) {
            throw refusal("tools.old", newest.version(), serverMajor);
        }
        return newest;
    }

    private static ProblemException refusal(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_SUPPORTED,
                        TEXTS.text(key, texts),
                        TEXTS.text(key + ".remedy", texts)));
    }

    private static Optional<Matcher> version(Path program) {
        try {
            Process process =
                    new ProcessBuilder(program.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String said =
                    new String(process.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find() ? Optional.of(version) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
