package dev.howdah.pg.server.sizes;

/**
 * What lies in pg_wal.
 *
 * @param files segments, in use and recycled
 * @param bytes of all of them
 * @param waitingForArchive segments that are marked ready and not archived yet
 */
public record WalFilesSnapshot(long files, long bytes, long waitingForArchive) {}
