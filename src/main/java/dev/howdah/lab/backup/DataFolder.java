package dev.howdah.lab.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a server's data folder belongs into a base backup.
 *
 * <p>Source: PostgreSQL's documentation of the low-level backup API, and basebackup.c,
 * excludeDirContents and excludeFiles.
 */
public record DataFolder(Path path) {
    static final String WAL = "pg_wal";
    static final String CONTROL = "global/pg_control";
    static final String TABLESPACES = "pg_tblspc";

    private static final int STATE_AT = 16;

    /** As pg_control.h numbers the states. */
    private static final int SHUTDOWNED_IN_RECOVERY = 2;

    private static final int IN_ARCHIVE_RECOVERY = 5;

    private static final Set<String> EMPTY_FOLDERS =
            Set.of(
                    WAL,
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_replslot",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "postmaster\\.(pid|opts)|backup_label(\\.old)?|tablespace_map(\\.old)?"
                            + "|backup_manifest|current_logfiles(\\.tmp)?|postgresql\\.auto\\.conf\\.tmp"
                            + "|(standby|recovery)\\.signal|howdah-recovery\\.conf"
                            + "|(.*/)?(pg_internal\\.init.*|pgsql_tmp.*)");

    /**
     * A file or folder, by its path below the data folder with slashes.
     *
     * @param bytes its length when it was looked at; 0 for a folder
     */
    record Found(String path, boolean folder, long bytes) {}

    /** Of the cluster; the same for its copies. Source: pg_control.h, the first field. */
    public long systemIdentifier() throws IOException {
        byte[] control = Files.readAllBytes(path.resolve(CONTROL));
        return ByteBuffer.wrap(control).order(ByteOrder.nativeOrder()).getLong();
    }

    /**
     * Whether the server that was stopped here has not come to the end of its recovery. Source:
     * pg_control.h, the field {@code state} behind the identifier and two versions.
     */
    public boolean isRecovering() throws IOException {
        byte[] control = Files.readAllBytes(path.resolve(CONTROL));
        int state = ByteBuffer.wrap(control).order(ByteOrder.nativeOrder()).getInt(STATE_AT);
        return state == SHUTDOWNED_IN_RECOVERY || state == IN_ARCHIVE_RECOVERY;
    }

    /** Whether tables lie outside of the folder, where a copy can't have its own. */
    boolean hasTablespaces() throws IOException {
        try (Stream<Path> links = Files.list(path.resolve(TABLESPACES))) {
            return links.findAny().isPresent();
        }
    }

    /** Everything to copy, parents first; pg_control, which is copied last, comes last. */
    List<Found> content() throws IOException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(path, new Walk(path, found));
        found.sort(
                Comparator.comparing((Found each) -> each.path().equals(CONTROL))
                        .thenComparing(Found::path));
        return found;
    }

    /** Looks at a folder in which a server is at work, so anything may be gone any moment. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Found> found;

        Walk(Path root, List<Found> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = name(folder);
            if (LEFT_OUT.matcher(name).matches()) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!name.isEmpty()) {
                found.add(new Found(name, true, 0));
            }
            return EMPTY_FOLDERS.contains(name)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            String name = name(file);
            if (!LEFT_OUT.matcher(name).matches()) {
                if (!attributes.isRegularFile()) {
                    throw new IOException("not a plain file: " + file);
                }
                found.add(new Found(name, false, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (!(e instanceof NoSuchFileException)) {
                throw e;
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path each) {
            return root.relativize(each).toString().replace('\\', '/');
        }
    }
}
