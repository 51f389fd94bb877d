package dev.howdah.lab.fleet;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.plan.LabPlan;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** What an archive does for the nodes: it keeps their WAL, and brings them back. */
public interface Recovery {

    /** Parameters that every node of this plan is started with, unquoted; those of archiving. */
    Map<String, String> settings(LabPlan plan);

    /**
     * Makes the node's data folder anew from the newest base backup and all WAL that was archived
     * since, and lets it recover to its end, onto a timeline of its own.
     *
     * @param node stopped, before and afterwards; its folder need not exist, and what is in its
     *     data folder is given up
     * @param settings as the node will be started with
     * @param progress told the share done, 0 to 1
     * @return false when there is no backup, and then nothing was touched
     */
    boolean restoreNewest(LabNode node, Map<String, String> settings, DoubleConsumer progress)
            throws ProblemException, InterruptedException;

    /** Sees to it that the control plane gets into a primary that was just started. */
    default void admit(LabNode primary) throws ProblemException, InterruptedException {
        new ControlPlane(primary).admitAsSuperuser();
    }
}
