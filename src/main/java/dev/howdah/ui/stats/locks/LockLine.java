package dev.howdah.ui.stats.locks;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.locks.LockTree;
import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import dev.howdah.ui.stats.session.Concern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the queues for locks, with its place in the tree.
 *
 * @param position from 0, over all queues
 * @param depth how many sessions stand before it on the way to the cause
 * @param behind how many wait behind it
 */
record LockLine(LockRow row, int position, int depth, int behind, boolean inCycle) {

    int pid() {
        return row.pid();
    }

    Optional<SessionRow> session() {
        return row.session();
    }

    /** How long it has waited; for one that doesn't wait, how long it has been in its state. */
    Optional<Duration> age() {
        return row.wanted()
                .flatMap(wanted -> wanted.waiting())
                .or(() -> row.session().flatMap(SessionRow::age));
    }

    Concern concern() {
        if (row.waits()) {
            return age().map(Concern::aboutWait).orElse(Concern.NONE);
        }
        return row.session().map(Concern::about).orElse(Concern.NONE);
    }

    /** The queues from top to bottom. */
    static List<LockLine> of(List<LockTree> trees) {
        List<LockLine> lines = new ArrayList<>();
        trees.forEach(tree -> add(lines, tree, 0));
        return lines;
    }

    private static void add(List<LockLine> lines, LockTree tree, int depth) {
        lines.add(new LockLine(tree.row(), lines.size(), depth, tree.behind(), tree.inCycle()));
        tree.waiters().forEach(waiter -> add(lines, waiter, depth + 1));
    }
}
