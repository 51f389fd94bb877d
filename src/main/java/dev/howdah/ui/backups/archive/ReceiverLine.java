package dev.howdah.ui.backups.archive;

/**
 * A line of the table of those who take WAL.
 *
 * @param purpose what they are, like "standby or archive of WAL"
 * @param behindBytes WAL they don't have on their disk yet; -1 when unknown
 * @param progress of a base backup; empty for others
 */
record ReceiverLine(
        int pid,
        String name,
        String address,
        String purpose,
        String state,
        String sync,
        long behindBytes,
        String progress) {}
