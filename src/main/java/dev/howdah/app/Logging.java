package dev.howdah.app;

import dev.howdah.core.file.AppFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The console's own log: a few megabytes of files in the log folder, nothing on the terminal. */
final class Logging {
    private static final int FILE_BYTES = 2_000_000;
    private static final int FILES = 3;
    private static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s %5$s%6$s%n";

    /** The logging library forgets loggers that nobody holds on to. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("com.zaxxer.hikari"),
                    Logger.getLogger("io.zonky"),
                    Logger.getLogger("org.freedesktop.dbus"),
                    Logger.getLogger("org.freedesktop.secret"));

    private Logging() {}

    static Path file(AppFolders folders) {
        return folders.logs().resolve("howdah-0.log");
    }

    /** Without a writable folder the console works without a log. */
    static void start(AppFolders folders) {
        System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        ROOT.setLevel(Level.INFO);
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            FileHandler handler =
                    new FileHandler(
                            folders.logs().resolve("howdah-%g.log").toString(),
                            FILE_BYTES,
                            FILES,
                            true);
            handler.setFormatter(new SimpleFormatter());
            ROOT.addHandler(handler);
        } catch (IOException e) {
            ROOT.addHandler(new java.util.logging.ConsoleHandler());
            ROOT.log(Level.WARNING, "No log file can be written", e);
        }
    }
}
