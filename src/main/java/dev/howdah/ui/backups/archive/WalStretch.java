package dev.howdah.ui.backups.archive;

import java.util.List;

/**
 * The stretch of WAL that a {@link WalLine} draws: from the end of the archive to the newest byte.
 *
 * @param unarchivedBytes length of the stretch, 0 or more
 * @param segmentBytes WAL is archived in pieces of this size
 * @param failing whether the archiver fails at the moment
 * @param start words for the end of the archive
 * @param end words for the newest byte
 * @param copies who else has WAL
 */
record WalStretch(
        long unarchivedBytes,
        long segmentBytes,
        boolean failing,
        String start,
        String end,
        List<Copy> copies) {

    /**
     * Somebody who has the stretch up to here.
     *
     * @param bytes from the start of the stretch; 0 also for who has less than the archive
     */
    record Copy(String name, long bytes) {}

    /** Whole segments from the start that hold the stretch, at least one. */
    long segments() {
        return Math.max(1, Math.ceilDiv(unarchivedBytes, segmentBytes));
    }
}
