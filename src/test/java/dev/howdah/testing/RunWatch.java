package dev.howdah.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Ends the servers of a JVM that is gone without having stopped them: killed, halted, or out of
 * time while it stopped them. PostgreSQL itself does not notice the end of who started it.
 *
 * <p>A shell waits for the end of its input, which comes with the end of the JVM in whatever way;
 * after a usual end it finds nothing to do. Windows has no such shell, and leaves them to the next
 * run.
 */
final class RunWatch {
    /**
     * A process is known by the folder of this run in its command line, and not by the file with
     * its id, which a test may have taken away.
     */
    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            servers() {
                ps -A -o pid= -o args= | while read -r pid args; do
                    case "$args" in
                        */postgres\\ -D*"$1"/*) kill "-$2" "$pid"; kill -CONT "$pid" ;;
                    esac
                done
            }
            cat > /dev/null
            servers "$1" QUIT
            sleep 2
            servers "$1" KILL
            rm -rf "$1"
            """;

    private RunWatch() {}

    /**
     * @param run the folder with a folder for each server of this JVM
     */
    static void begin(Path run) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try {
            // its input stays open as long as this JVM lives
            new ProcessBuilder("sh", "-c", SCRIPT, "howdah-test-servers", run.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
