package dev.howdah.ui.users.list;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RoleAct;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a role, in the order of the menu.
 *
 * @param locked why nothing can be done at all, as a sentence; empty when something can
 */
public record RoleActs(List<Item> items, Optional<String> locked) {
    private static final Texts TEXTS = Texts.of(RoleActs.class);

    public RoleActs {
        items = List.copyOf(items);
    }

    /** The acts that have an entry of their own. */
    public enum Act {
        PASSWORD(RoleAct.PASSWORD),
        EXPIRY(RoleAct.LIMITS),
        LOGIN(RoleAct.LIMITS),
        LIMIT(RoleAct.LIMITS),
        SETTING(RoleAct.SETTINGS),
        /** What decides is the right over the group, which the form asks for. */
        JOIN(null),
        LEAVE(null),
        ADD_MEMBER(RoleAct.MEMBERS),
        REMOVE_MEMBER(RoleAct.MEMBERS),
        ATTRIBUTES(RoleAct.LIMITS),
        RENAME(RoleAct.RENAME),
        COMMENT(RoleAct.COMMENT),
        DROP(RoleAct.DROP);

        private final Optional<RoleAct> right;

        Act(@Nullable RoleAct right) {
            this.right = Optional.ofNullable(right);
        }
    }

    /**
     * One entry.
     *
     * @param obstacle why it can't work, as a sentence; empty when it can
     */
    public record Item(Act act, String title, String obstacle) {}

    /**
     * @param hasMembers whether there is anybody to be taken out of it
     * @param readOnly whether the profile forbids every change
     */
    static RoleActs of(Role role, boolean hasMembers, RoleRights rights, boolean readOnly) {
        List<Item> items = new ArrayList<>();
        for (Act act : Act.values()) {
            String obstacle =
                    readOnly
                            ? TEXTS.text("roleActs.readOnly")
                            : obstacle(act, role, hasMembers, rights);
            items.add(new Item(act, title(act, role), obstacle));
        }
        Set<String> reasons = items.stream().map(Item::obstacle).collect(Collectors.toSet());
        boolean all = items.stream().noneMatch(item -> item.obstacle().isEmpty());
        return new RoleActs(
                items,
                all && reasons.size() == 1 ? reasons.stream().findFirst() : Optional.empty());
    }

    private static String title(Act act, Role role) {
        return act == Act.LOGIN
                ? TEXTS.text(role.attributes().login() ? "roleActs.lock" : "roleActs.unlock")
                : TEXTS.text("roleActs." + act);
    }

    private static String obstacle(Act act, Role role, boolean hasMembers, RoleRights rights) {
        if (act.right.isPresent()) {
            String reason = rights.reason(act.right.get());
            return act == Act.REMOVE_MEMBER && reason.isEmpty() && !hasMembers
                    ? TEXTS.text("roleActs.noMembers")
                    : reason;
        }
        if (rights.asker().inRecovery()) {
            return rights.reason(RoleAct.LIMITS);
        }
        return act == Act.LEAVE && role.memberOf().isEmpty() ? TEXTS.text("roleActs.noGroups") : "";
    }
}
