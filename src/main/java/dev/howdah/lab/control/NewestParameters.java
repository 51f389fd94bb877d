package dev.howdah.lab.control;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.AlterSystemFile;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody has set last by ALTER SYSTEM. A value with which no server starts is found out at
 * the next start only, and is no reason to give up what the server holds.
 */
record NewestParameters(Fleet fleet) {
    private static final Logger LOG = LoggerFactory.getLogger(NewestParameters.class);

    /** Each attempt takes a part of a second. */
    private static final int MOST = 20;

    /**
     * Starts the primary without the newest of them, and as few as it takes; its standbys lose the
     * same.
     *
     * @return those that were reset; empty when that did not help, then all are as before
     */
    List<String> startWithout() throws ProblemException, InterruptedException {
        AlterSystemFile file = file(fleet.topology().primary());
        List<String> content = file.content();
        List<String> set = file.parameters();
        for (int left = set.size() - 1; left >= Math.max(0, set.size() - MOST); left--) {
            List<String> reset = set.subList(left, set.size());
            file.reset(reset);
            if (starts()) {
                for (Member standby : fleet.topology().standbys()) {
                    file(standby.number()).reset(reset);
                }
                return List.copyOf(reset);
            }
        }
        if (!set.isEmpty()) {
            file.putBack(content);
        }
        return List.of();
    }

    private boolean starts() throws InterruptedException {
        try {
            fleet.startPrimary();
            return true;
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LOG.debug("{} {}", e.problem().sentence(), e.problem().detail());
            return false;
        }
    }

    private AlterSystemFile file(int number) {
        return new AlterSystemFile(fleet.node(number).data());
    }
}
