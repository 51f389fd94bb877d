package dev.howdah.history;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.core.file.ProcessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * From where the sessions of servers came: a small file for each server, a line for each address,
 * always replaced as a whole. Any thread may call, and several consoles may share the folder.
 */
public final class ClientHistory {
    /** Since an address was seen last; jobs of the end of the month are just within it. */
    public static final Duration KEPT = Duration.ofDays(35);

    /** Addresses kept of one server; whom nobody saw for longest goes first. */
    public static final int MAX = 2_000;

    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private static final Comparator<ClientSighting> OLDEST_FIRST =
            Comparator.comparing(ClientSighting::at).thenComparing(ClientSighting::address);

    private final Path folder;

    /**
     * Touches no file yet.
     *
     * @param data the application-data folder
     */
    public ClientHistory(Path data) {
        this.folder = data.resolve("clients");
    }

    /**
     * Adds what was seen, forgets what is too old by {@code now}, and returns when it is safe on
     * disk. Blocks.
     *
     * @param server the id of its profile
     */
    public void add(UUID server, Collection<ClientSighting> seen, Instant now)
            throws ProblemException {
        Path file = file(server);
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = ProcessLock.take(folder.resolve("clients.lock"), LOCK_LIMIT)) {
                Map<String, ClientSighting> all = new HashMap<>();
                read(file).forEach(each -> all.merge(each.address(), each, ClientSighting::later));
                seen.forEach(each -> all.merge(each.address(), each, ClientSighting::later));
                String text =
                        kept(all.values(), now).stream()
                                .map(ClientSightingLine::written)
                                .collect(Collectors.joining("\n", "", "\n"));
                AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Those of one server, who was seen last comes last; empty without any. Blocks. */
    public List<ClientSighting> of(UUID server, Instant now) throws ProblemException {
        Path file = file(server);
        try {
            return kept(read(file), now);
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private static List<ClientSighting> kept(Collection<ClientSighting> all, Instant now) {
        List<ClientSighting> fresh =
                all.stream()
                        .filter(each -> each.at().isAfter(now.minus(KEPT)))
                        .sorted(OLDEST_FIRST)
                        .toList();
        return fresh.subList(Math.max(0, fresh.size() - MAX), fresh.size());
    }

    private Path file(UUID server) {
        return folder.resolve(server + ".jsonl");
    }

    private static List<ClientSighting> read(Path file) throws IOException {
        try {
            // not readAllLines, which refuses the whole file for one wrong byte
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> ClientSightingLine.read(line).stream())
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
