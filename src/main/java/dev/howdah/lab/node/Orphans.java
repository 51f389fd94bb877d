package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Processes of a server whose postmaster is gone. A backend that is at work notices that only when
 * it next waits, and until then it could commit; so before a standby takes over they are ended.
 * They are known by the data folder they work in, which only Linux tells; elsewhere they end by
 * themselves.
 */
record Orphans(Path data) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Returns when they are gone. */
    void end() throws ProblemException {
        List<ProcessHandle> found =
                ProcessHandle.allProcesses()
                        .filter(process -> PostmasterFile.worksIn(process, data))
                        .toList();
        found.forEach(ProcessHandle::destroyForcibly);
        Patience.toTheEnd(LIMIT, () -> found.stream().allMatch(Orphans::isGone));
    }

    /** One that nobody has asked for its exit code yet can do nothing any more either. */
    private static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
