package dev.howdah.lab.backup;

import dev.howdah.lab.wal.Lsn;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a server in which its files may be copied.
 *
 * @param statement of the one session that begins and ends it
 */
record BackupMode(Statement statement) {
    private static final Pattern TIMELINE =
            Pattern.compile("^START TIMELINE: (\\d+)$", Pattern.MULTILINE);
    private static final Pattern START =
            Pattern.compile("^START WAL LOCATION: (\\S+)", Pattern.MULTILINE);

    /** What the server says of itself. */
    record Server(String version, long segmentBytes) {}

    Server server() throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT current_setting('server_version') AS version,
                               setting::bigint                   AS segment_bytes
                          FROM pg_settings
                         WHERE name = 'wal_segment_size'
                        """)) {
            row.next();
            return new Server(row.getString("version"), row.getLong("segment_bytes"));
        }
    }

    /**
     * @param label digits, letters, points and hyphens
     */
    void start(String label) throws SQLException {
        statement.execute("SELECT pg_backup_start('" + label + "', fast => true)");
    }

    /**
     * What the server says at the end.
     *
     * @param start where recovery begins to read the WAL
     * @param position up to where it must have read it
     * @param label the content of backup_label
     * @param tablespaceMap the content of tablespace_map; empty when there is none
     */
    record Stopped(
            int timeline,
            Lsn start,
            Lsn position,
            String label,
            String tablespaceMap,
            Instant at) {}

    /** Does not wait for the archive: whoever waits must be interruptible. */
    Stopped stop() throws SQLException, IOException {
        try (ResultSet row =
                statement.executeQuery(
                        """
                        SELECT lsn,
                               labelfile,
                               spcmapfile,
                               clock_timestamp() AS stopped_at
                          FROM pg_backup_stop(wait_for_archive => false)
                        """)) {
            row.next();
            String label = row.getString("labelfile");
            String map = row.getString("spcmapfile");
            return new Stopped(
                    Integer.parseInt(first(TIMELINE, label)),
                    Lsn.parse(first(START, label)),
                    Lsn.parse(row.getString("lsn")),
                    label,
                    map == null ? "" : map,
                    row.getObject("stopped_at", OffsetDateTime.class).toInstant());
        }
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("the server's backup label is not understood: " + text);
        }
        return matcher.group(1);
    }
}
