package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A node that nobody wants any more, perhaps only half of one. The console that made it may have
 * been killed, and then the programs that it had started go on: initdb writes, and pg_ctl starts a
 * server a moment later.
 */
public record AbandonedNode(LabNode node) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Ends all that works for it and removes its folder; returns when both are gone. */
    public void remove() throws ProblemException {
        IOException[] failure = new IOException[1];
        boolean gone =
                Patience.toTheEnd(
                        LIMIT,
                        () -> {
                            endPrograms();
                            node.kill();
                            try {
                                Folders.delete(node.folder().path());
                                return true;
                            } catch (IOException e) {
                                // something has written there since
                                failure[0] = e;
                                return false;
                            }
                        });
        if (!gone && failure[0] != null) {
            throw LabProblems.of(failure[0], node.folder().path());
        }
    }

    /** Those that name the folder when they were started; not every system tells. */
    private void endPrograms() {
        Path folder = node.folder().path();
        ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .arguments()
                                .map(List::of)
                                .filter(arguments -> names(arguments, folder))
                                .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean names(List<String> arguments, Path folder) {
        String prefix = folder.toString();
        return arguments.stream().anyMatch(argument -> argument.startsWith(prefix));
    }
}
