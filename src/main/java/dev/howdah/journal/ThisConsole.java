package dev.howdah.journal;

import dev.howdah.core.change.ChangeLog.Writer;
import java.time.Instant;
import java.util.Optional;

/** Tells the running consoles of a desktop apart, and from those that have ended. */
final class ThisConsole {
    private static final char SEPARATOR = '@';

    private ThisConsole() {}

    /** Number and start of the process: a number alone is given again to another process. */
    static Writer writer() {
        return new Writer(System.getProperty("user.name", ""), name(ProcessHandle.current()));
    }

    private static String name(ProcessHandle process) {
        return process.pid()
                + String.valueOf(SEPARATOR)
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Whether the console that wrote this still runs; false for what no console wrote. */
    static boolean lives(Writer writer) {
        String process = writer.process();
        int separator = process.indexOf(SEPARATOR);
        if (separator < 0) {
            return false;
        }
        try {
            Optional<ProcessHandle> there =
                    ProcessHandle.of(Long.parseLong(process.substring(0, separator)));
            return there.filter(ProcessHandle::isAlive)
                    .filter(alive -> name(alive).equals(process))
                    .isPresent();
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
