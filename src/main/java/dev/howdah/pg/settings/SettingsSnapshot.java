package dev.howdah.pg.settings;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a server as a new session of our role gets them.
 *
 * @param settings by name
 * @param someHidden whether our role may not see all of them (it lacks pg_read_all_settings)
 */
public record SettingsSnapshot(List<Setting> settings, boolean someHidden) {
    public SettingsSnapshot {
        settings = List.copyOf(settings);
    }

    /** What a change of a parameter needs before it counts. Source: pg_settings.context. */
    public enum Change {
        /** Fixed when the server was built or made (internal). */
        IMPOSSIBLE,
        /** A restart of the server (postmaster). */
        RESTART,
        /** A reload, then at once everywhere (sighup). */
        RELOAD,
        /** A reload, then for new sessions; by a superuser (superuser-backend). */
        NEW_SESSION_SUPERUSER,
        /** A reload, then for new sessions (backend). */
        NEW_SESSION,
        /** SET in any session, but by a superuser only (superuser). */
        ANY_TIME_SUPERUSER,
        /** SET in any session (user). */
        ANY_TIME
    }

    /** Where the value was set. Source: pg_settings.source. */
    public enum Origin {
        DEFAULT,
        /** By the server itself: at initdb, or computed from other parameters. */
        SERVER,
        ENVIRONMENT,
        CONFIGURATION_FILE,
        COMMAND_LINE,
        /** ALTER ROLE ALL SET, also called global. */
        ALL_ROLES,
        DATABASE,
        ROLE,
        ROLE_IN_DATABASE,
        /** By this console when it connected; other clients get something else. */
        THIS_CONSOLE,
        /** The server's configuration; the console's own limits hide which part of it. */
        CONFIGURATION
    }

    /**
     * One parameter.
     *
     * @param value what a new session of our role gets
     * @param bootValue the default that is built in; null when there is none
     * @param explanation one or two sentences of PostgreSQL's own
     * @param file where the value stands; empty when it isn't from a file or our role may not know
     * @param pendingRestart the file says something else already
     */
    public record Setting(
            String name,
            SettingValue value,
            SettingValue bootValue,
            Range range,
            String category,
            String explanation,
            Change change,
            Origin origin,
            Optional<FilePlace> file,
            boolean pendingRestart) {

        /** Whether there is a password in its value, which is not shown. */
        public boolean holdsPassword() {
            return PasswordMask.isIn(value.raw());
        }

        /** Set by somebody, and to something else than the default. */
        public boolean isChanged() {
            return switch (origin) {
                case DEFAULT, SERVER, THIS_CONSOLE -> false;
                default -> !value.equals(bootValue);
            };
        }

        public boolean needsRestart() {
            return change == Change.RESTART;
        }
    }

    /**
     * What a parameter can be.
     *
     * @param min empty unless it is a number
     * @param max empty unless it is a number
     * @param choices empty unless it is an enumeration
     */
    public record Range(
            String type,
            Optional<SettingValue> min,
            Optional<SettingValue> max,
            List<String> choices) {
        public Range {
            choices = List.copyOf(choices);
        }
    }

    /** A line of a configuration file on the server. */
    public record FilePlace(String file, int line) {}
}
