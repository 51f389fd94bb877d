package dev.howdah.pg.settings;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads all parameters. Our own limits are in force while it runs, so reset_val is what counts: it
 * is what a new session of our role starts with.
 */
public record SettingsQuery() implements Query<SettingsSnapshot> {
    /** Four times what PostgreSQL and many extensions have. */
    public static final int LIMIT = 2_000;

    private static final String SQL =
            """
            SELECT s.name,
                   s.reset_val,
                   s.setting,
                   s.boot_val,
                   s.unit,
                   s.vartype,
                   s.min_val,
                   s.max_val,
                   s.enumvals,
                   s.category,
                   s.short_desc,
                   s.extra_desc,
                   s.context,
                   s.source,
                   s.sourcefile,
                   s.sourceline,
                   s.pending_restart,
                   o.strength                      AS login_strength
              FROM pg_settings s
              LEFT JOIN (SELECT split_part(c.setting, '=', 1) AS name,
                                max(CASE WHEN t.setrole <> 0 AND t.setdatabase <> 0 THEN 4
                                         WHEN t.setrole <> 0 THEN 3
                                         WHEN t.setdatabase <> 0 THEN 2
                                         ELSE 1
                                     END)                     AS strength
                           FROM pg_db_role_setting t
                          CROSS JOIN unnest(t.setconfig) c (setting)
                          WHERE t.setrole IN (0, (SELECT r.oid
                                                    FROM pg_roles r
                                                   WHERE r.rolname = session_user))
                            AND t.setdatabase IN (0, (SELECT d.oid
                                                        FROM pg_database d
                                                       WHERE d.datname = current_database()))
                          GROUP BY split_part(c.setting, '=', 1)) o
                     ON o.name = s.name
                    AND s.source = 'session'
             ORDER BY s.name
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_settings";
    }

    @Override
    public SettingsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<SettingsSnapshot.Setting> settings = new ArrayList<>();
        while (rows.next()) {
            settings.add(setting(rows));
        }
        return new SettingsSnapshot(settings, !shape.rights().readsAllSettings());
    }

    private static SettingsSnapshot.Setting setting(ResultSet rows) throws SQLException {
        String unit = rows.getString("unit");
        String source = rows.getString("source");
        // What the server keeps up to date by itself (in_hot_standby) has no meaningful reset_val.
        SettingValue value =
                SettingValue.of(
                        source.equals("override")
                                ? rows.getString("setting")
                                : rows.getString("reset_val"),
                        unit);
        SettingValue bootValue = SettingValue.of(rows.getString("boot_val"), unit);
        return new SettingsSnapshot.Setting(
                rows.getString("name"),
                value,
                bootValue,
                range(rows, unit),
                rows.getString("category"),
                explanation(rows),
                change(rows.getString("context")),
                source.equals("session")
                        ? hiddenOrigin(rows.getInt("login_strength"), value.equals(bootValue))
                        : origin(source),
                place(rows),
                rows.getBoolean("pending_restart"));
    }

    private static SettingsSnapshot.Range range(ResultSet rows, @Nullable String unit)
            throws SQLException {
        Array choices = rows.getArray("enumvals");
        return new SettingsSnapshot.Range(
                rows.getString("vartype"),
                Optional.ofNullable(rows.getString("min_val")).map(v -> SettingValue.of(v, unit)),
                Optional.ofNullable(rows.getString("max_val")).map(v -> SettingValue.of(v, unit)),
                choices == null ? List.of() : List.of((String[]) choices.getArray()));
    }

    private static String explanation(ResultSet rows) throws SQLException {
        String shortText = Objects.requireNonNullElse(rows.getString("short_desc"), "");
        String more = Objects.requireNonNullElse(rows.getString("extra_desc"), "");
        return more.isEmpty() ? shortText : shortText + " " + more;
    }

    private static SettingsSnapshot.Change change(String context) {
        return switch (context) {
            case "postmaster" -> SettingsSnapshot.Change.RESTART;
            case "sighup" -> SettingsSnapshot.Change.RELOAD;
            case "superuser-backend" -> SettingsSnapshot.Change.NEW_SESSION_SUPERUSER;
            case "backend" -> SettingsSnapshot.Change.NEW_SESSION;
            case "superuser" -> SettingsSnapshot.Change.ANY_TIME_SUPERUSER;
            case "user" -> SettingsSnapshot.Change.ANY_TIME;
            default -> SettingsSnapshot.Change.IMPOSSIBLE;
        };
    }

    private static SettingsSnapshot.Origin origin(String source) {
        return switch (source) {
            case "default" -> SettingsSnapshot.Origin.DEFAULT;
            case "environment variable" -> SettingsSnapshot.Origin.ENVIRONMENT;
            case "configuration file" -> SettingsSnapshot.Origin.CONFIGURATION_FILE;
            case "command line" -> SettingsSnapshot.Origin.COMMAND_LINE;
            case "global" -> SettingsSnapshot.Origin.ALL_ROLES;
            case "database" -> SettingsSnapshot.Origin.DATABASE;
            case "user" -> SettingsSnapshot.Origin.ROLE;
            case "database user" -> SettingsSnapshot.Origin.ROLE_IN_DATABASE;
            case "client" -> SettingsSnapshot.Origin.THIS_CONSOLE;
            default -> SettingsSnapshot.Origin.SERVER;
        };
    }

    /**
     * Our own limits stand in front of who set a parameter. What is set at login is known; what is
     * left is the server's configuration.
     *
     * @param strength of what is set at login, 0 for nothing: a role in a database wins over the
     *     role, the role over the database, the database over all roles
     */
    private static SettingsSnapshot.Origin hiddenOrigin(int strength, boolean isDefault) {
        return switch (strength) {
            case 4 -> SettingsSnapshot.Origin.ROLE_IN_DATABASE;
            case 3 -> SettingsSnapshot.Origin.ROLE;
            case 2 -> SettingsSnapshot.Origin.DATABASE;
            case 1 -> SettingsSnapshot.Origin.ALL_ROLES;
            default ->
                    isDefault
                            ? SettingsSnapshot.Origin.DEFAULT
                            : SettingsSnapshot.Origin.CONFIGURATION;
        };
    }

    private static Optional<SettingsSnapshot.FilePlace> place(ResultSet rows) throws SQLException {
        String file = rows.getString("sourcefile");
        return file == null
                ? Optional.empty()
                : Optional.of(new SettingsSnapshot.FilePlace(file, rows.getInt("sourceline")));
    }
}
