package dev.howdah.lab.fleet;

import dev.howdah.lab.plan.LabPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What nodes are started with, by their role. */
public final class Parameters {
    /** The role that standbys log in to their primary with. */
    static final String REPLICATION_USER = "lab_replication";

    /** How every cluster of the lab is made; the locale is the same on all systems. */
    public static final List<String> INITDB =
            List.of(
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");

    /** A small server that tells a DBA what it does. */
    private static final Map<String, String> COMMON =
            Map.ofEntries(
                    Map.entry("cluster_name", "lab"),
                    Map.entry("effective_cache_size", "512MB"),
                    Map.entry("max_worker_processes", "4"),
                    Map.entry("max_parallel_workers_per_gather", "0"),
                    Map.entry("max_wal_size", "128MB"),
                    // a standby that comes back after its slot was made anew finds its WAL
                    Map.entry("wal_keep_size", "64MB"),
                    // one that is away for long is made anew and does not fill the disk
                    Map.entry("max_slot_wal_keep_size", "256MB"),
                    Map.entry("wal_retrieve_retry_interval", "500ms"),
                    Map.entry("checkpoint_timeout", "15min"),
                    Map.entry("client_connection_check_interval", "2s"),
                    Map.entry("shared_preload_libraries", "pg_stat_statements"),
                    Map.entry("track_io_timing", "on"),
                    Map.entry("deadlock_timeout", "1s"),
                    Map.entry("log_lock_waits", "on"),
                    Map.entry("log_temp_files", "32MB"),
                    Map.entry("log_min_duration_statement", "2s"),
                    Map.entry("log_autovacuum_min_duration", "1s"),
                    Map.entry("log_line_prefix", "%m [%p] %q%u@%d %a "),
                    Map.entry("log_filename", "postgresql-%Y-%m-%d_%H%M%S.log"),
                    Map.entry("log_rotation_size", "4MB"));

    private Parameters() {}

    static Map<String, String> primary(LabPlan plan, int servicePort, Map<String, String> archive) {
        Map<String, String> all = new TreeMap<>(COMMON);
        all.put("max_connections", Integer.toString(plan.maxConnections()));
        all.put("shared_buffers", "64MB");
        all.put("port", Integer.toString(servicePort));
        all.putAll(archive);
        return all;
    }

    /**
     * A server that belongs to nothing: it has a port of its own, hands no WAL over, keeps none for
     * standbys and follows no subscription, so that it never speaks with what it was copied from.
     *
     * @param name of its cluster, as it is shown by the system
     */
    public static Map<String, String> alone(String name) {
        Map<String, String> all = new TreeMap<>(COMMON);
        all.put("cluster_name", name);
        all.put("max_connections", "25");
        all.put("shared_buffers", "24MB");
        all.put("wal_keep_size", "0");
        all.put("archive_mode", "off");
        all.put("synchronous_standby_names", "");
        all.put("max_logical_replication_workers", "0");
        return all;
    }

    /**
     * A standby listens on a port of its own, and finds its primary at the service's port whoever
     * leads. It serves few, so it gets less memory.
     *
     * @param passwords holds the replication user's, in libpq's format
     */
    static Map<String, String> standby(
            String name,
            int connections,
            String host,
            int servicePort,
            Path passwords,
            Map<String, String> archive) {
        Map<String, String> all = new TreeMap<>(COMMON);
        all.put("max_connections", Integer.toString(connections));
        all.put("shared_buffers", "24MB");
        all.put(
                "primary_conninfo",
                "host=%s port=%d user=%s passfile='%s' application_name=%s sslmode=prefer"
                        .formatted(
                                host,
                                servicePort,
                                REPLICATION_USER,
                                passwords.toString().replace("\\", "\\\\").replace("'", "\\'"),
                                name));
        all.put("primary_slot_name", slot(name));
        all.putAll(archive);
        return all;
    }

    /** A slot's name has no hyphen. */
    static String slot(String name) {
        return name.replace('-', '_');
    }
}
