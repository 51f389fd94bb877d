package dev.howdah.ui.settings.allowlist.list;

import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.AllowRule.Range;
import java.util.OptionalInt;

/**
 * A row of the allowlist.
 *
 * @param position in the list, for the usual order
 * @param rule for what was only seen, a rule of its address
 * @param sessions from there now; empty when that is not known
 * @param who applications with their sessions, and whether one is you
 * @param seen addresses from there since the server was opened
 */
public record AllowlistLine(
        int position, Mark mark, AllowRule rule, OptionalInt sessions, String who, int seen) {

    /** What becomes of it. */
    public enum Mark {
        STAYS,
        ADDED,
        REMOVED,
        /** No rule: an address from where somebody is connected, where there is no allowlist. */
        SEEN
    }

    /** Whether it lets in every address of its family. */
    public boolean isEverybody() {
        return rule.origin() instanceof Range(var cidr) && cidr.everybody();
    }

    /** Identity among lines that are shown together. */
    String key() {
        return rule.origin().text() + "\n" + rule.label() + "\n" + rule.id().orElse("new");
    }
}
