package dev.howdah.provider.trial;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A changed allowlist.
 *
 * @param before what goes back in place
 * @param wanted what is tried; empty where that is not known
 * @param labels whether a label is part of a rule there
 */
public record TriedList(List<AllowRule> before, List<AllowRule> wanted, boolean labels)
        implements Tried {

    public TriedList {
        before = List.copyOf(before);
        wanted = List.copyOf(wanted);
    }

    @Override
    public boolean isActedOnBy(Operation operation) {
        return operation.act() == Operation.Act.ALLOWLIST;
    }

    /** The way back from a way back leads to the list that it was made for. */
    @Override
    public boolean isBefore(Operation operation) {
        String text = operation.memo().getOrDefault(Operation.BEFORE, "");
        return AllowlistDifference.between(Allowlist.read(text), before, labels).isNone();
    }

    @Override
    public boolean holdsWhenShown() {
        return false;
    }

    @Override
    public Standing standing(Provider provider) throws ProblemException {
        Allowlist now = provider.allowlist();
        return new Standing(
                isSame(now, before),
                isSame(now, wanted),
                target -> provider.changeAllowlist(target, now, once(before)));
    }

    private boolean isSame(Allowlist now, List<AllowRule> rules) {
        return AllowlistDifference.between(once(now.rules()), once(rules), labels).isNone();
    }

    /** A rule that is there twice lets in no more, and may not be taken a second time. */
    private List<AllowRule> once(List<AllowRule> rules) {
        List<AllowRule> once = new ArrayList<>();
        for (AllowRule rule : rules) {
            if (!AllowlistDifference.between(once, List.of(rule), labels).added().isEmpty()) {
                once.add(rule);
            }
        }
        return once;
    }

    @Override
    public void write(Properties lines) {
        lines.setProperty("before", Allowlist.written(before));
        lines.setProperty("wanted", Allowlist.written(wanted));
        lines.setProperty("labels", Boolean.toString(labels));
    }

    static TriedList of(Properties lines) {
        return new TriedList(
                Allowlist.read(Tried.value(lines, "before")),
                Allowlist.read(Tried.value(lines, "wanted")),
                Boolean.parseBoolean(Tried.value(lines, "labels")));
    }
}
