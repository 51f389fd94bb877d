package dev.howdah.pg.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What changes rarely about a server and the database we are connected to.
 *
 * @param versionNum like 150019
 * @param version as the server writes it, like "15.19 (Debian 15.19-1.pgdg120+1)"
 * @param clusterName the setting cluster_name; empty when not set
 * @param address and {@code port} by the server's own view; empty over a Unix socket
 * @param dataChecksums whether damaged pages are noticed
 * @param tlsOffered whether the server accepts TLS
 * @param encrypted whether our own connection uses it
 * @param blockBytes of a page, usually 8192
 * @param settings those a DBA asks for first, in a fixed order
 * @param statements state of the extension pg_stat_statements
 */
public record ServerFacts(
        int versionNum,
        String version,
        Instant startedAt,
        boolean inRecovery,
        String clusterName,
        Optional<String> address,
        Optional<Integer> port,
        boolean dataChecksums,
        boolean tlsOffered,
        boolean encrypted,
        int blockBytes,
        DatabaseFacts database,
        List<SettingRow> settings,
        StatementsState statements) {

    public ServerFacts {
        settings = List.copyOf(settings);
    }

    /**
     * The database we are connected to.
     *
     * @param collate its LC_COLLATE or ICU locale
     * @param connectionLimit empty without one
     */
    public record DatabaseFacts(
            String name,
            String owner,
            String encoding,
            String collate,
            Optional<Integer> connectionLimit) {}

    /**
     * One parameter.
     *
     * @param value with its unit, like "128 MB"
     * @param unit of the raw value, like "8kB"; empty without one
     * @param rawValue in that unit
     * @param source where the value comes from, like "configuration file"
     */
    public record SettingRow(
            String name,
            String value,
            String rawValue,
            String unit,
            String source,
            boolean pendingRestart) {}

    /** Whether statements are counted. */
    public enum StatementsState {
        /** Loaded at server start, and the extension is in this database. */
        READY,
        /** Loaded at server start; CREATE EXTENSION is missing in this database. */
        NOT_CREATED,
        /** The extension is there, but shared_preload_libraries lacks it. */
        NOT_LOADED,
        /** Neither. */
        ABSENT
    }
}
