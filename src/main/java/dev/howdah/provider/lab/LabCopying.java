package dev.howdah.provider.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.Submissions.Draft;
import java.time.Clock;

/**
 * Makes copies in the lab for servers that may be anybody's, as operations of the lab: so it is
 * known later what came of them, whether or not anybody has the lab's own server open.
 */
public final class LabCopying {
    private final LabCluster lab;
    private final OperationLog log;
    private final LabProvider provider;
    private final Submissions submissions;

    public LabCopying(LabCluster lab, OperationLog log, Clock clock) {
        this.lab = lab;
        this.log = log;
        provider = new LabProvider(lab, log, clock);
        submissions = new Submissions(provider, log, clock);
    }

    /**
     * Begins to make a copy; the operation has the id of the order. Blocks.
     *
     * @param draft as it was shown
     */
    public ChangeOutcome make(Draft draft, CopyOrder order) throws ProblemException {
        ChangeOutcome begun =
                submissions.run(
                        order.id(),
                        draft,
                        written -> {
                            lab.keeping().copies().make(order);
                            return provider.follow(written);
                        });
        // it may have ended before it was written down that it runs
        settle();
        return begun;
    }

    /** Writes down what has become of those that have ended. Blocks. */
    public void settle() throws ProblemException {
        for (Operation each : log.of(provider.id())) {
            if (each.act() == Operation.Act.COPY && !each.state().ended()) {
                log.replace(each, provider.follow(each));
            }
        }
    }
}
