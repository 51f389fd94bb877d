package dev.howdah.ui.settings.allowlist.list;

import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An allowlist as somebody is about to change it. What is kept are the edits and not a copy of the
 * list, so that they still fit when somebody else changes the list meanwhile.
 */
public final class AllowlistEditor {
    private static final int MAX_UNDO = 100;
    private static final AllowlistDifference NOTHING =
            new AllowlistDifference(List.of(), List.of());

    private final Consumer<AllowlistDifference> keep;
    private final Deque<AllowlistDifference> former = new ArrayDeque<>();
    private AllowlistDifference edits = NOTHING;
    private List<AllowRule> now = List.of();
    private boolean labels = true;

    /**
     * @param keep is told of all edits whenever they change
     */
    public AllowlistEditor(Consumer<AllowlistDifference> keep) {
        this.keep = keep;
    }

    /** The list as the provider has it now. */
    void show(Allowlist list) {
        now = list.rules();
        labels = list.takesLabels();
    }

    /** Edits of an earlier start; ignored when there are others by now. */
    public void restore(AllowlistDifference draft) {
        if (edits.isNone()) {
            edits = draft;
        }
    }

    /** What would be sent: edits that the list already has are none. */
    public AllowlistDifference edits() {
        return AllowlistDifference.between(now, wanted(), labels);
    }

    /** The list with all edits. */
    public List<AllowRule> wanted() {
        return edits.on(now, labels);
    }

    public void add(List<AllowRule> rules) {
        List<AllowRule> added = new ArrayList<>(edits().added());
        added.addAll(rules);
        change(added, edits().removed());
    }

    /** Removes a rule of the list, or one that was about to be added. */
    public void remove(AllowRule rule) {
        List<AllowRule> added = new ArrayList<>(edits().added());
        List<AllowRule> removed = new ArrayList<>(edits().removed());
        if (!added.remove(rule)) {
            removed.add(rule);
        }
        change(added, removed);
    }

    /** Leaves a rule that was about to be removed. */
    public void leave(AllowRule rule) {
        List<AllowRule> removed = new ArrayList<>(edits().removed());
        if (removed.remove(rule)) {
            change(edits().added(), removed);
        }
    }

    /** The provider has no such act: the rule goes, and comes again under the other label. */
    public void relabel(AllowRule rule, String label) {
        if (label.equals(rule.label())) {
            return;
        }
        List<AllowRule> added = new ArrayList<>(edits().added());
        List<AllowRule> removed = new ArrayList<>(edits().removed());
        AllowRule renamed = new AllowRule(Optional.empty(), rule.origin(), label);
        int at = added.indexOf(rule);
        if (at >= 0) {
            added.set(at, renamed);
        } else {
            removed.add(rule);
            added.add(renamed);
        }
        change(added, removed);
    }

    private void change(List<AllowRule> added, List<AllowRule> removed) {
        if (former.size() == MAX_UNDO) {
            former.removeLast();
        }
        former.push(edits);
        set(new AllowlistDifference(added, removed));
    }

    private void set(AllowlistDifference next) {
        edits = next;
        keep.accept(next);
    }

    public boolean canUndo() {
        return !former.isEmpty();
    }

    /** Takes the last edit back. */
    public void undo() {
        if (canUndo()) {
            set(former.pop());
        }
    }

    /** All edits are sent, or no longer wanted; undo brings them back. */
    public void clear() {
        change(List.of(), List.of());
    }
}
