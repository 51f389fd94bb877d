package dev.howdah.pg.activity.locks;

import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session with those who wait behind it. Each session stands in one place only: below the blocker
 * that is nearest to the cause, because ending the cause is what frees the queue.
 *
 * @param waiters directly behind it, in the order of the snapshot: longest wait first
 * @param inCycle nobody in this tree is free to go on: a deadlock that the server is about to end
 */
public record LockTree(LockRow row, List<LockTree> waiters, boolean inCycle) {

    public LockTree {
        waiters = List.copyOf(waiters);
    }

    /** How many sessions wait behind this one, at any distance. */
    public int behind() {
        return waiters.stream().mapToInt(tree -> 1 + tree.behind()).sum();
    }

    /** The queues, the one with most waiters first. */
    public static List<LockTree> of(LocksSnapshot snapshot) {
        Map<Integer, LockRow> rows = new LinkedHashMap<>();
        snapshot.rows().forEach(row -> rows.put(row.pid(), row));
        Map<Integer, List<LockRow>> waitersOf = new HashMap<>();
        for (LockRow row : rows.values()) {
            row.blockedBy()
                    .forEach(
                            pid -> waitersOf.computeIfAbsent(pid, _ -> new ArrayList<>()).add(row));
        }
        Map<Integer, List<LockRow>> placed = new LinkedHashMap<>();
        List<LockRow> causes = rows.values().stream().filter(row -> !isBehind(row, rows)).toList();
        causes.forEach(cause -> placed.put(cause.pid(), new ArrayList<>()));
        place(causes, waitersOf, placed);
        List<LockTree> trees = new ArrayList<>();
        causes.forEach(cause -> trees.add(tree(cause, placed, false)));
        for (LockRow row : rows.values()) {
            if (!placed.containsKey(row.pid())) {
                placed.put(row.pid(), new ArrayList<>());
                place(List.of(row), waitersOf, placed);
                trees.add(tree(row, placed, true));
            }
        }
        trees.sort(Comparator.comparingInt(LockTree::behind).reversed());
        return trees;
    }

    private static boolean isBehind(LockRow row, Map<Integer, LockRow> rows) {
        return row.blockedBy().stream().anyMatch(rows::containsKey);
    }

    /** Breadth first, so that everybody lands as near to a cause as possible. */
    private static void place(
            List<LockRow> from,
            Map<Integer, List<LockRow>> waitersOf,
            Map<Integer, List<LockRow>> placed) {
        Deque<LockRow> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            LockRow blocker = open.removeFirst();
            List<LockRow> children = placed.computeIfAbsent(blocker.pid(), _ -> new ArrayList<>());
            for (LockRow waiter : waitersOf.getOrDefault(blocker.pid(), List.of())) {
                if (!placed.containsKey(waiter.pid())) {
                    placed.put(waiter.pid(), new ArrayList<>());
                    children.add(waiter);
                    open.addLast(waiter);
                }
            }
        }
    }

    private static LockTree tree(LockRow row, Map<Integer, List<LockRow>> placed, boolean inCycle) {
        return new LockTree(
                row,
                placed.getOrDefault(row.pid(), List.of()).stream()
                        .map(waiter -> tree(waiter, placed, inCycle))
                        .toList(),
                inCycle);
    }
}
