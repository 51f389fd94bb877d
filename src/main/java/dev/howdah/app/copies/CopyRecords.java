package dev.howdah.app.copies;

import dev.howdah.app.lab.LabRunner;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.OperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.lab.LabCopying;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what came of the copies, so that the journal tells it: when one ends, is cancelled or
 * fails, and at the lab's start of those that an earlier one was ended in.
 */
final class CopyRecords {
    private static final Logger LOG = LoggerFactory.getLogger(CopyRecords.class);

    private final LabRunner lab;
    private final OperationLog log;
    private final Clock clock;
    private final Executor background;

    /** JavaFX thread. */
    CopyRecords(LabRunner lab, OperationLog log, Clock clock, Executor background) {
        this.lab = lab;
        this.log = log;
        this.clock = clock;
        this.background = background;
        lab.state().subscribe(this::labChanged);
    }

    /** Begins to make a copy, in the lab that is started if need be. Blocks. */
    ChangeOutcome make(Draft draft, CopyOrder order) throws ProblemException {
        return copying(lab.running()).make(draft, order);
    }

    private LabCopying copying(LabCluster running) {
        return new LabCopying(running, log, clock);
    }

    private void labChanged(LabRunner.State state) {
        if (state instanceof LabRunner.Running) {
            lab.cluster()
                    .ifPresent(running -> {
                        LabCopies copies = running.keeping().copies();
                        // in the thread that made the copy, which the lab awaits when the program
                        // ends
                        copies.onChange(() -> {
                            if (copies.underWay().isEmpty()) {
                                settle(running);
                            }
                        });
                        background.execute(() -> settle(running));
                    });
        }
    }

    private void settle(LabCluster running) {
        try {
            copying(running).settle();
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        }
    }
}
