package dev.howdah.lab.node;

import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Copies a data folder while its server works on it. What a server makes anew at its start is left
 * out, as pg_basebackup does (src/backend/backup/basebackup.c, excludeDirContents, excludeFiles).
 *
 * @param from a data folder between pg_backup_start and pg_backup_stop
 * @param copied told how many bytes more there are
 */
record DataCopy(Path from, Path to, LongConsumer copied) {
    private static final Set<String> EMPTY_FOLDERS =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of(
                    "postmaster.pid",
                    "postmaster.opts",
                    "backup_label",
                    "tablespace_map",
                    "standby.signal",
                    "recovery.signal",
                    "pg_internal.init",
                    "current_logfiles");

    /** All bytes in the folder, with those that {@link #run} leaves out. */
    static long bytesIn(Path folder) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        bytes[0] += attributes.size();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return bytes[0];
    }

    /** The server itself forces the copy to the disk when it first starts on it. */
    void run() throws IOException, InterruptedException {
        try {
            Files.walkFileTree(from, new Visitor());
        } catch (Interrupted _) {
            throw new InterruptedException();
        }
        PrivateFiles.createFolder(to.resolve("pg_wal").resolve("archive_status"));
        PrivateFiles.createFolder(to.resolve("pg_wal").resolve("summaries"));
    }

    /** Ends the walk. */
    private static final class Interrupted extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Files come and go while the server works; what is gone is in the WAL. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            PrivateFiles.createFolder(target(folder));
            return EMPTY_FOLDERS.contains(from.relativize(folder).toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (Thread.interrupted()) {
                throw new Interrupted();
            }
            String name = file.getFileName().toString();
            if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
                try {
                    Files.copy(
                            file,
                            target(file),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                    copied.accept(attributes.size());
                } catch (NoSuchFileException _) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private Path target(Path path) {
            return to.resolve(from.relativize(path));
        }
    }
}
