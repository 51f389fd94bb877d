package dev.howdah.ui.users.hosted;

import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.ProviderUser;
import java.util.List;
import java.util.Optional;

/**
 * What the provider's API can do to a role, in the order of the menu.
 *
 * @param user as the provider knows it; empty when it doesn't, and then nothing can be done
 * @param items none when nothing can be done
 * @param locked why nothing can be done at all, as a sentence; empty when something can
 */
public record HostedActs(Optional<ProviderUser> user, List<Item> items, Optional<String> locked) {

    public HostedActs {
        items = List.copyOf(items);
    }

    /** The acts that have an entry of their own. */
    public enum Act {
        SET_PASSWORD(Capability.PASSWORD_SET),
        MAKE_PASSWORD(Capability.PASSWORD_RESET),
        DROP(Capability.USER_DROP);

        private final Capability capability;

        Act(Capability capability) {
            this.capability = capability;
        }

        Capability capability() {
            return capability;
        }
    }

    /**
     * One entry.
     *
     * @param obstacle why it can't work, as a sentence; empty when it can
     */
    public record Item(Act act, String title, String obstacle) {}

    static HostedActs locked(Optional<ProviderUser> user, String reason) {
        return new HostedActs(user, List.of(), Optional.of(reason));
    }
}
