package dev.howdah.dump;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.Version;
import dev.howdah.pg.PgTarget;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs client tools against one server: whom to log in as goes into the environment and a private
 * file, nothing secret into the arguments. What a tool says is kept in small part.
 */
final class ToolRun {
    private static final Texts TEXTS = Texts.of(ToolRun.class);

    /** Source: the messages of --verbose in pg_dump.c and pg_backup_archiver.c, in English. */
    private static final Pattern TABLE =
            Pattern.compile(
                    "pg_(?:dump|restore): (?:dumping contents of|processing data for) table"
                            + " \"(.{1,300})\"");

    private static final int KEPT_LINES = 30;
    private static final int LONGEST_LINE = 1_000;

    private final ClientTool tool;
    private final PgTarget target;
    private final Secret password;
    private final Path folder;
    private volatile boolean stopped;
    private volatile @Nullable Process running;

    /**
     * @param folder for what is needed as long as a tool runs; made when it is missing
     */
    ToolRun(ClientTool tool, PgTarget target, Secret password, Path folder) {
        this.tool = tool;
        this.target = target;
        this.password = password;
        this.folder = folder;
    }

    PgTarget target() {
        return target;
    }

    /** Another one against the same server, which is not stopped with this one. */
    ToolRun again() {
        return new ToolRun(tool, target, password, folder);
    }

    /** Ends the tool and whatever it started; any thread. */
    void stop() {
        stopped = true;
        Process now = running;
        if (now != null) {
            end(now);
        }
    }

    boolean isStopped() {
        return stopped;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** As below, for a tool that leaves no file. */
    void run(String program, List<String> arguments, Consumer<ToolProgress> tell)
            throws ProblemException {
        run(program, arguments, List.of(), tell);
    }

    /**
     * Blocks until it ends.
     *
     * @param unfinished what it writes, which the next start removes when this console is killed
     * @throws ProblemException when it failed or could not be started, with the end of what it said
     */
    void run(
            String program,
            List<String> arguments,
            List<Path> unfinished,
            Consumer<ToolProgress> tell)
            throws ProblemException {
        List<String> command = new ArrayList<>();
        command.add(tool.program(program).toString());
        command.addAll(arguments);
        Deque<String> said = new ArrayDeque<>();
        int exitCode;
        try (ToolFiles files = ToolFiles.in(folder)) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            environment(builder.environment(), files.password(password));
            LeftTool left = LeftTool.toBe(unfinished);
            files.note(left);
            Process process = builder.start();
            running = process;
            try {
                files.note(left.running(process.toHandle()));
                process.getOutputStream().close();
                if (stopped) {
                    end(process);
                }
                listen(process.getInputStream(), said, tell);
                exitCode = process.waitFor();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                stopped = true;
                exitCode = -1;
            } finally {
                end(process);
                running = null;
            }
        } catch (IOException e) {
            if (stopped) {
                // what it says can't be read to its end, and need not be
                return;
            }
            throw problem("tool.notStarted", program, e.toString());
        }
        if (exitCode != 0 && !stopped) {
            throw problem("tool.failed", program, String.join("\n", said));
        }
    }

    private static ProblemException problem(String key, String program, String detail) {
        return new ProblemException(
                Problem.of(
                                Problem.Kind.FAILED,
                                TEXTS.text(key, program),
                                TEXTS.text(key + ".remedy", program))
                        .withDetail(detail));
    }

    /** In English, so that its progress can be read; nothing of the person's own settings. */
    private void environment(Map<String, String> environment, Path passwordFile) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("LANGUAGE", "C");
        environment.put("PGHOST", target.host());
        environment.put("PGPORT", Integer.toString(target.port()));
        environment.put("PGUSER", target.user());
        environment.put("PGDATABASE", target.database());
        environment.put("PGPASSFILE", passwordFile.toString());
        environment.put("PGSSLMODE", target.tls().sslMode());
        environment.put("PGCONNECT_TIMEOUT", "10");
        environment.put("PGAPPNAME", "howdah/" + Version.current() + " dump");
        if (target.tls().verifiesTheServer()) {
            Optional<Path> authorities = target.caFile();
            environment.put("PGSSLROOTCERT", authorities.map(Path::toString).orElse("system"));
        }
    }

    private static void listen(InputStream from, Deque<String> said, Consumer<ToolProgress> tell)
            throws IOException {
        int tables = 0;
        try (InputStream in = new BufferedInputStream(from)) {
            for (String line = line(in); line != null; line = line(in)) {
                Matcher table = TABLE.matcher(line);
                if (table.find()) {
                    tables++;
                    tell.accept(new ToolProgress(table.group(1), tables));
                }
                if (said.size() == KEPT_LINES) {
                    said.removeFirst();
                }
                said.addLast(line);
            }
        }
    }

    /** Without what is too long for anybody to read; null at the end. */
    private static @Nullable String line(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (length < LONGEST_LINE) {
                line[length++] = (byte) next;
            }
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
