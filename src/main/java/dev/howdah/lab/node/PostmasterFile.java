package dev.howdah.lab.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes into its data folder about itself. After a crash the file stays
 * behind, and its process id may belong to a stranger by then.
 *
 * <p>Source: PostgreSQL's miscadmin.h, LOCK_FILE_LINE_PID, LOCK_FILE_LINE_PORT,
 * LOCK_FILE_LINE_PM_STATUS.
 */
record PostmasterFile(long pid, int port) {
    private static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when no server has run there since the last clean stop, or none got that far. */
    static Optional<PostmasterFile> in(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve(NAME));
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(
                            new PostmasterFile(
                                    Long.parseLong(lines.getFirst().strip()),
                                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Whether the server says that it takes connections. */
    static boolean isReady(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve(NAME));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /** The server, if the process is alive and really serves this data folder. */
    Optional<ProcessHandle> server(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, data));
    }

    /**
     * Removes the file when its process id now belongs to somebody else; PostgreSQL would refuse to
     * start beside a living process of that id.
     */
    void removeIfStale(Path data) throws IOException {
        boolean living = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        if (living && server(data).isEmpty()) {
            Files.delete(data.resolve(NAME));
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        if (Files.isSymbolicLink(workingFolder(process))) {
            return worksIn(process, data);
        }
        return isPostgres(process)
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true);
    }

    /** Whether it is one of PostgreSQL's processes for this data folder; false if unknowable. */
    static boolean worksIn(ProcessHandle process, Path data) {
        Path workingFolder = workingFolder(process);
        try {
            // a server works in its data folder: src/backend/utils/init/miscinit.c, ChangeToDataDir
            return isPostgres(process)
                    && Files.isSymbolicLink(workingFolder)
                    && Files.readSymbolicLink(workingFolder).equals(realPath(data));
        } catch (IOException _) {
            return false;
        }
    }

    private static Path workingFolder(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "cwd");
    }

    /** As Linux writes it; a folder that is gone has lost its place, and its processes know it. */
    private static Path realPath(Path data) throws IOException {
        return Files.exists(data) ? data.toRealPath() : Path.of(data + " (deleted)");
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(command -> command.getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }
}
