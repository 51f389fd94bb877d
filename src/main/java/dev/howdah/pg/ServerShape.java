package dev.howdah.pg;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of server this is, read once for every new connection: queries choose their columns and
 * functions by it and never by trial.
 *
 * @param versionNum like 150019 for 15.19
 * @param version as the server writes it
 * @param encoding of the database we are connected to, by PostgreSQL's name, like UTF8
 * @param startedAt start of the postmaster, by the server's clock
 * @param rights what the role we are logged in as may do
 * @param behindPooler the backend that answers is not the one that greeted us: a pooler is between
 * @param encrypted whether our own connection uses TLS
 * @param extensions installed in this database, by name
 * @param statementsColumns columns of the view pg_stat_statements; empty without the extension
 */
public record ServerShape(
        int versionNum,
        String version,
        String database,
        String user,
        String encoding,
        Instant startedAt,
        boolean inRecovery,
        int maxConnections,
        Rights rights,
        boolean behindPooler,
        boolean encrypted,
        Map<String, Extension> extensions,
        Set<String> statementsColumns) {

    /** The oldest major the console speaks to. */
    public static final int OLDEST_MAJOR = 13;

    public ServerShape {
        extensions = Map.copyOf(extensions);
        statementsColumns = Set.copyOf(statementsColumns);
    }

    /** An extension as it is installed. */
    public record Extension(String version, String schema) {}

    /**
     * What our role may do, asked of the server and not guessed from attributes.
     *
     * @param readsAllStats sees other users' sessions and statements (pg_read_all_stats)
     * @param readsAllSettings sees every parameter (pg_read_all_settings)
     * @param signalsBackends may cancel and terminate others' sessions (pg_signal_backend)
     */
    public record Rights(
            boolean superuser,
            boolean readsAllStats,
            boolean readsAllSettings,
            boolean signalsBackends,
            boolean createsRoles) {}

    /** 13 to 18 and later. */
    public int major() {
        return versionNum / 10_000;
    }

    public boolean atLeast(int major) {
        return major() >= major;
    }

    public Optional<Extension> extension(String name) {
        return Optional.ofNullable(extensions.get(name));
    }
}
