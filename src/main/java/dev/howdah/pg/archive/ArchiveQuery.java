package dev.howdah.pg.archive;

import dev.howdah.pg.Cells;
import dev.howdah.pg.ProviderRoles;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the archiver, the WAL positions and everybody who takes WAL from this server. The facts
 * stand in every row, a receiver in each; a server without receivers gives one row.
 */
public record ArchiveQuery() implements Query<ArchiveSnapshot> {
    /** More receivers than wal senders are ever configured for; the best copies come first. */
    public static final int LIMIT = 100;

    /**
     * pg_settings and not current_setting(), which fails for a parameter that is hidden from our
     * role; the functions behind pg_stat_replication and not the view, which walks through all
     * sessions. No session has the pid 0.
     */
    private static final String SQL =
            """
            SELECT clock_timestamp()               AS server_time,
                   f.in_recovery,
                   f.archive_mode,
                   f.archive_command_set,
                   f.archive_library,
                   f.archive_timeout_s,
                   f.wal_level,
                   f.wal_segment_bytes,
                   f.written,
                   f.received,
                   f.replayed,
                   f.last_commit_at,
                   f.provider_role,
                   a.archived_count,
                   a.last_archived_wal,
                   a.last_archived_time,
                   a.failed_count,
                   a.last_failed_wal,
                   a.last_failed_time,
                   a.stats_reset,
                   w.pid                           AS receiver_pid,
                   w.state                         AS receiver_state,
                   w.sync_state                    AS receiver_sync,
                   w.flush_lsn::text               AS receiver_flushed,
                   w.replay_lsn::text              AS receiver_replayed,
                   b.application_name              AS receiver_name,
                   host(b.client_addr)             AS receiver_address,
                   b.datid IS NOT NULL             AS receiver_is_logical,
                   p.phase                         AS backup_phase,
                   p.backup_streamed               AS backup_streamed_bytes,
                   p.backup_total                  AS backup_total_bytes
              FROM (SELECT pg_is_in_recovery()     AS in_recovery,
                           max(s.setting) FILTER (WHERE s.name = 'archive_mode')
                                                   AS archive_mode,
                           max((s.setting NOT IN ('', '(disabled)'))::int)
                                 FILTER (WHERE s.name = 'archive_command')
                                                   AS archive_command_set,
                           max(s.setting) FILTER (WHERE s.name = 'archive_library')
                                                   AS archive_library,
                           max(s.setting) FILTER (WHERE s.name = 'archive_timeout')
                                                   AS archive_timeout_s,
                           max(s.setting) FILTER (WHERE s.name = 'wal_level')
                                                   AS wal_level,
                           max(s.setting) FILTER (WHERE s.name = 'wal_segment_size')
                                                   AS wal_segment_bytes,
                           CASE WHEN pg_is_in_recovery()
                                THEN greatest(pg_last_wal_receive_lsn(),
                                              pg_last_wal_replay_lsn())
                                ELSE pg_current_wal_lsn()
                            END::text              AS written,
                           pg_last_wal_receive_lsn()::text AS received,
                           pg_last_wal_replay_lsn()::text  AS replayed,
                           pg_last_xact_replay_timestamp() AS last_commit_at,
                           (SELECT min(r.rolname::text)
                              FROM pg_roles r
                             WHERE r.rolname = ANY (?::name[])) AS provider_role
                      FROM pg_settings s
                     WHERE s.name IN ('archive_mode', 'archive_command', 'archive_library',
                                      'archive_timeout', 'wal_level', 'wal_segment_size')) f
             CROSS JOIN pg_stat_archiver a
              LEFT JOIN pg_stat_get_wal_senders() w ON true
              LEFT JOIN LATERAL pg_stat_get_activity(coalesce(w.pid, 0)) b ON true
              LEFT JOIN pg_stat_progress_basebackup p ON p.pid = w.pid
             ORDER BY w.flush_lsn DESC NULLS LAST, w.pid
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, (Object) ProviderRoles.names());
    }

    @Override
    public ArchiveSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        boolean inRecovery = rows.getBoolean("in_recovery");
        Instant serverTime = Cells.instant(rows, "server_time").orElse(takenAt);
        ArchiveSnapshot.Configuration configuration = configuration(rows);
        ArchiveSnapshot.Archiver archiver = archiver(rows);
        Optional<WalPosition> written = WalPosition.parse(rows.getString("written"));
        Optional<ArchiveSnapshot.Recovery> recovery =
                inRecovery ? Optional.of(recovery(rows)) : Optional.empty();
        Optional<String> provider =
                Optional.ofNullable(rows.getString("provider_role"))
                        .flatMap(ProviderRoles::providerOf);
        List<ArchiveSnapshot.Receiver> receivers = new ArrayList<>();
        do {
            if (rows.getObject("receiver_pid") != null) {
                receivers.add(receiver(rows));
            }
        } while (rows.next());
        return new ArchiveSnapshot(
                serverTime, configuration, archiver, written, recovery, receivers, provider);
    }

    private static ArchiveSnapshot.Configuration configuration(ResultSet rows) throws SQLException {
        String library = Objects.requireNonNullElse(rows.getString("archive_library"), "");
        Object commandSet = rows.getObject("archive_command_set");
        ArchiveSnapshot.Destination destination =
                !library.isEmpty() || Objects.equals(commandSet, 1)
                        ? ArchiveSnapshot.Destination.SET
                        : commandSet == null
                                ? ArchiveSnapshot.Destination.HIDDEN
                                : ArchiveSnapshot.Destination.EMPTY;
        return new ArchiveSnapshot.Configuration(
                ArchiveSnapshot.Mode.valueOf(
                        rows.getString("archive_mode").toUpperCase(Locale.ROOT)),
                destination,
                library,
                Duration.ofSeconds(rows.getLong("archive_timeout_s")),
                rows.getString("wal_level"),
                rows.getLong("wal_segment_bytes"));
    }

    private static ArchiveSnapshot.Archiver archiver(ResultSet rows) throws SQLException {
        return new ArchiveSnapshot.Archiver(
                rows.getLong("archived_count"),
                Cells.text(rows, "last_archived_wal"),
                Cells.instant(rows, "last_archived_time"),
                rows.getLong("failed_count"),
                Cells.text(rows, "last_failed_wal"),
                Cells.instant(rows, "last_failed_time"),
                Cells.instant(rows, "stats_reset"));
    }

    private static ArchiveSnapshot.Recovery recovery(ResultSet rows) throws SQLException {
        return new ArchiveSnapshot.Recovery(
                WalPosition.parse(rows.getString("received")),
                WalPosition.parse(rows.getString("replayed")),
                Cells.instant(rows, "last_commit_at"));
    }

    private static ArchiveSnapshot.Receiver receiver(ResultSet rows) throws SQLException {
        String state = Objects.requireNonNullElse(rows.getString("receiver_state"), "");
        return new ArchiveSnapshot.Receiver(
                rows.getInt("receiver_pid"),
                kind(state, rows.getBoolean("receiver_is_logical")),
                Objects.requireNonNullElse(rows.getString("receiver_name"), ""),
                Objects.requireNonNullElse(rows.getString("receiver_address"), ""),
                state,
                Objects.requireNonNullElse(rows.getString("receiver_sync"), ""),
                WalPosition.parse(rows.getString("receiver_flushed")),
                WalPosition.parse(rows.getString("receiver_replayed")),
                baseBackup(rows));
    }

    private static ArchiveSnapshot.ReceiverKind kind(String state, boolean logical) {
        return switch (state) {
            case "" -> ArchiveSnapshot.ReceiverKind.HIDDEN;
            case "backup" -> ArchiveSnapshot.ReceiverKind.BASE_BACKUP;
            default ->
                    logical
                            ? ArchiveSnapshot.ReceiverKind.LOGICAL
                            : ArchiveSnapshot.ReceiverKind.COPY;
        };
    }

    private static Optional<ArchiveSnapshot.BaseBackup> baseBackup(ResultSet rows)
            throws SQLException {
        String phase = rows.getString("backup_phase");
        if (phase == null) {
            return Optional.empty();
        }
        long streamed = rows.getLong("backup_streamed_bytes");
        return Optional.of(
                new ArchiveSnapshot.BaseBackup(
                        phase, streamed, Cells.number(rows, "backup_total_bytes")));
    }
}
