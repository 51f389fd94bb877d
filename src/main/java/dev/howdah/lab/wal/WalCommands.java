package dev.howdah.lab.wal;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The commands with which a server hands its WAL over and gets it back. Each shell has its own
 * quoting, and a path may hold an apostrophe.
 */
public enum WalCommands {
    /** For sh. */
    UNIX {
        @Override
        public String archive(Path folder) {
            String target = quoted(folder, "%f");
            String beside = quoted(folder, "%f" + UNFINISHED);
            return "if test ! -f %3$s; then true; elif test -f %1$s; then cmp -s \"%%p\" %1$s; else cp -p \"%%p\" %2$s && mv %2$s %1$s; fi"
                    .formatted(target, beside, quoted(folder, WANTED));
        }

        @Override
        public String restore(Path folder, String note) {
            return "cp %s \"%%p\" && echo %%f > %s".formatted(quoted(folder, "%f"), note);
        }

        private String quoted(Path folder, String name) {
            return "'" + doubled(folder).replace("'", "'\\''") + "/" + name + "'";
        }
    },
    /** For cmd.exe. */
    WINDOWS {
        @Override
        public String archive(Path folder) {
            String target = quoted(folder, "%f");
            String beside = quoted(folder, "%f" + UNFINISHED);
            return "if not exist %3$s (exit /b 0) else if exist %1$s (fc /b \"%%p\" %1$s >nul) else (copy /y \"%%p\" %2$s >nul && move /y %2$s %1$s >nul)"
                    .formatted(target, beside, quoted(folder, WANTED));
        }

        @Override
        public String restore(Path folder, String note) {
            return "copy /y %s \"%%p\" >nul && (echo %%f)> %s"
                    .formatted(quoted(folder, "%f"), note);
        }

        private String quoted(Path folder, String name) {
            return "\"" + doubled(folder).replace('/', '\\') + "\\" + name + "\"";
        }
    };

    /** What the name of a file ends with that is still being copied. */
    static final String UNFINISHED = ".arriving";

    /** As long as there is no such file in the archive, what is handed over is thrown away. */
    static final String WANTED = "wanted";

    /** Those of this machine's shell. */
    public static WalCommands ofThisSystem() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                ? WINDOWS
                : UNIX;
    }

    /**
     * For archive_command: copies the file beside its name and renames it then. A file that is
     * there already is never written over; the same content counts as success, because a server
     * that crashed hands over again. The copy keeps the time at which the file became full. Nothing
     * is kept before there is a backup.
     */
    public abstract String archive(Path folder);

    /**
     * For restore_command. Fails when there is no such file, which is how a server finds the end.
     *
     * @param note the plain name of a file in the data folder, which is overwritten with the name
     *     of what was fetched last
     */
    public abstract String restore(Path folder, String note);

    /** The server replaces what follows a percent sign. */
    private static String doubled(Path folder) {
        return folder.toString().replace("%", "%%");
    }
}
