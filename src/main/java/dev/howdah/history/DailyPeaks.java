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
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What servers needed at most, day by day: a small file for each server, a line for each day,
 * always replaced as a whole. Any thread may call, and several consoles may share the folder.
 */
public final class DailyPeaks {
    /** Days that are kept, the newest one included. */
    public static final int DAYS = 30;

    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;

    /**
     * Touches no file yet.
     *
     * @param data the application-data folder
     */
    public DailyPeaks(Path data) {
        this.folder = data.resolve("peaks");
    }

    /**
     * Adds what was seen to what is known of that day, and forgets days that are too old by then.
     * Blocks.
     *
     * @param server the id of its profile
     * @return what is kept now, oldest first
     */
    public List<DayPeaks> add(UUID server, DayPeaks seen) throws ProblemException {
        Path file = file(server);
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = ProcessLock.take(folder.resolve("peaks.lock"), LOCK_LIMIT)) {
                TreeMap<LocalDate, DayPeaks> days = new TreeMap<>();
                read(file).forEach(each -> days.merge(each.day(), each, DayPeaks::max));
                days.merge(seen.day(), seen, DayPeaks::max);
                days.headMap(days.lastKey().minusDays(DAYS - 1L)).clear();
                String text =
                        days.values().stream()
                                .map(DayPeaksLine::written)
                                .collect(Collectors.joining("\n", "", "\n"));
                AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                return List.copyOf(days.values());
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Those of one server, oldest first; empty when nothing was seen yet. Blocks. */
    public List<DayPeaks> of(UUID server) throws ProblemException {
        Path file = file(server);
        try {
            return read(file);
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private Path file(UUID server) {
        return folder.resolve(server + ".jsonl");
    }

    private static List<DayPeaks> read(Path file) throws IOException {
        try {
            // not readAllLines, which refuses the whole file for one wrong byte
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> DayPeaksLine.read(line).stream())
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
