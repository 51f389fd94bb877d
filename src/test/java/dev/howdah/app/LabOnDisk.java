package dev.howdah.app;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.AppFolders;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.SomeLab;
import dev.howdah.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * The lab of a console, and what that keeps of its operations.
 *
 * @param data the console's folder
 */
record LabOnDisk(Path data) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A small one that was made before, so that it opens at once. */
    void prepare() throws Exception {
        Path lab = AppFolders.under(data).lab();
        SomeLab.copySmallTo(lab);
        SomeLab.linkPrograms(lab);
    }

    FileOperationLog operations() {
        return new FileOperationLog(AppFolders.under(data).data());
    }

    void awaitEnd(UUID id) {
        Await.until("its end is kept", LIMIT, () -> hasEnded(id));
    }

    private boolean hasEnded(UUID id) throws ProblemException {
        return operations().find(id).orElseThrow().state().ended();
    }
}
