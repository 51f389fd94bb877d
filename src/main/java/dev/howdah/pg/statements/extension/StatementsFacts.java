package dev.howdah.pg.statements.extension;

import dev.howdah.pg.SqlNames;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether pg_stat_statements can answer here, and what it leaves out.
 *
 * @param loaded whether the library was loaded when the server started; without it the extension
 *     has nothing to tell
 * @param installed the extension in this database; empty when it was not created here
 * @param available the version that CREATE or ALTER EXTENSION would give; empty when the server's
 *     installation lacks it
 */
public record StatementsFacts(
        boolean loaded,
        Optional<Installed> installed,
        Optional<String> available,
        Settings settings) {
    private static final String LIBRARY = "pg_stat_statements";

    /**
     * The extension as it was created in this database.
     *
     * @param usable whether our role may use the schema at all
     */
    public record Installed(String version, String schema, boolean usable) {}

    /**
     * The parameters that decide what is counted.
     *
     * @param preloaded shared_preload_libraries; empty when our role may not see it
     * @param maxStatements pg_stat_statements.max; 0 when the library is not loaded
     * @param track pg_stat_statements.track: none, top or all; empty when not loaded
     * @param tracksPlanning pg_stat_statements.track_planning
     * @param timesIo track_io_timing
     * @param computesIds false when compute_query_id is off: nothing is counted then
     * @param blockBytes block_size
     */
    public record Settings(
            Optional<String> preloaded,
            int maxStatements,
            String track,
            boolean tracksPlanning,
            boolean timesIo,
            boolean computesIds,
            int blockBytes) {

        /** Whether a statement that runs now would be counted. */
        public boolean counts() {
            return computesIds && !track.equals("none");
        }
    }

    /**
     * Adds the library to those that are loaded at start; a restart has to follow. Empty when our
     * role may not see which there are, because the statement replaces them all.
     */
    public String preloadSql() {
        if (settings.preloaded().isEmpty()) {
            return "";
        }
        String others = settings.preloaded().get().strip();
        String all = others.isEmpty() ? LIBRARY : others + ", " + LIBRARY;
        // Each name is a literal of its own: one literal with a comma would be one odd name.
        return "ALTER SYSTEM SET shared_preload_libraries = "
                + Stream.of(all.split(",", -1))
                        .map(String::strip)
                        .map(name -> name.replace("\"", ""))
                        .map(SqlNames::literal)
                        .collect(Collectors.joining(", "))
                + ";";
    }

    /** Lets a role use the schema that the extension is in; empty when it is not created here. */
    public String usageSql(String role) {
        return installed
                .map(found ->
                        "GRANT USAGE ON SCHEMA %s TO %s;"
                                .formatted(SqlNames.quoted(found.schema()), SqlNames.quoted(role)))
                .orElse("");
    }

    /** Whether the extension's version is older than the one that the server has on disk. */
    public boolean isOutdated() {
        return installed.isPresent()
                && available.isPresent()
                && older(installed.get().version(), available.get());
    }

    /** Versions are like 1.7 and 1.10; anything else is never called older. */
    private static boolean older(String version, String than) {
        String number = "\\d{1,4}\\.\\d{1,4}";
        if (!version.matches(number) || !than.matches(number)) {
            return false;
        }
        return rank(version) < rank(than);
    }

    private static int rank(String version) {
        int dot = version.indexOf('.');
        return Integer.parseInt(version.substring(0, dot)) * 10_000
                + Integer.parseInt(version.substring(dot + 1));
    }
}
