package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's log: files whose names sort by age.
 *
 * @param folder need not exist before the first start
 */
public record NodeLog(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLog.class);
    private static final int KEPT_FILES = 8;
    private static final int LONGEST_TAIL_BYTES = 200_000;

    /** The files, oldest first. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * Removes all but the newest files; the server itself starts new ones and never removes any.
     */
    public void trim() {
        try {
            List<Path> files = files();
            for (Path file : files.subList(0, Math.max(0, files.size() - KEPT_FILES))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("the lab's old log files could not be removed", e);
        }
    }

    /** The newest lines of the newest two files, oldest first, at most so many. */
    public List<String> newest(int limit) throws ProblemException {
        try {
            List<Path> files = files();
            List<String> lines = new ArrayList<>();
            for (Path file : files.subList(Math.max(0, files.size() - 2), files.size())) {
                List<String> last = PostgresProgram.tail(file, LONGEST_TAIL_BYTES).lines().toList();
                boolean firstIsCut = Files.size(file) > LONGEST_TAIL_BYTES && !last.isEmpty();
                lines.addAll(firstIsCut ? last.subList(1, last.size()) : last);
            }
            return List.copyOf(lines.subList(Math.max(0, lines.size() - limit), lines.size()));
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** The last lines of the newest file; empty when there is none. */
    String tail() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? "" : PostgresProgram.tail(files.getLast());
    }
}
