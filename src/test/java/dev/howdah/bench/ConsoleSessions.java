package dev.howdah.bench;

import dev.howdah.testing.BusyServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The console's sessions on a server as the server sees them, looked at again and again. */
public final class ConsoleSessions implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final BusyServer busy;
    private final Connection connection;
    private final PreparedStatement pids;
    private final Map<Integer, Double> cpuMs = new HashMap<>();
    private int most;
    private long nextLook = System.nanoTime();

    public ConsoleSessions(BusyServer busy) throws SQLException {
        this.busy = busy;
        connection = busy.server().connect();
        pids =
                connection.prepareStatement(
                        "SELECT pid FROM pg_stat_activity WHERE usename = '"
                                + BusyServer.CONSOLE_ROLE
                                + "'");
        // A statement of ours that is new to the console would be a text to be read.
        textReads();
        textReads();
    }

    /** Looks, four times a second at most; who comes and goes between two looks is not seen. */
    public void look() throws SQLException, IOException {
        if (System.nanoTime() - nextLook < 0) {
            return;
        }
        nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        int now = 0;
        try (var rows = pids.executeQuery()) {
            while (rows.next()) {
                now++;
                int pid = rows.getInt(1);
                cpuMs.merge(pid, ServerMeter.cpuMs(pid), Math::max);
            }
        }
        most = Math.max(most, now);
    }

    /** The most at a time so far. */
    public int most() {
        return most;
    }

    /** On-CPU time of all of them so far, of those that have ended, too. */
    public double cpuSeconds() {
        return cpuMs.values().stream().mapToDouble(Double::doubleValue).sum() / 1_000;
    }

    /** How often the console has read texts of statements, by the server's own count. */
    public long textReads() throws SQLException {
        return Long.parseLong(
                busy.server()
                        .ask(
                                "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements"
                                        + " WHERE query LIKE '%/* howdah */%left(s.query%'"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
