package dev.howdah.pg.server.vacuum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who keeps VACUUM from removing dead rows, and the prepared transactions, which do so silently.
 *
 * @param serverTime by the server's clock
 * @param holders oldest horizon first; at most 50
 * @param preparedTransactions oldest first; at most 50
 */
public record HorizonSnapshot(
        Instant serverTime, List<HolderRow> holders, List<PreparedRow> preparedTransactions) {

    public HorizonSnapshot {
        holders = List.copyOf(holders);
        preparedTransactions = List.copyOf(preparedTransactions);
    }

    /** What holds a horizon. */
    public enum Kind {
        SESSION,
        STANDBY,
        SLOT,
        PREPARED_TRANSACTION
    }

    /**
     * One who needs old rows.
     *
     * @param name application and pid of a session or standby, name of a slot, gid of a prepared
     *     transaction
     * @param xminAge transactions since the oldest one it may still see
     * @param since start of its transaction; empty for slots, for standbys, and when our role may
     *     not see it
     */
    public record HolderRow(Kind kind, String name, long xminAge, Optional<Instant> since) {}

    /** A transaction that was prepared and neither committed nor rolled back. */
    public record PreparedRow(String gid, String owner, String database, Instant preparedAt) {}
}
