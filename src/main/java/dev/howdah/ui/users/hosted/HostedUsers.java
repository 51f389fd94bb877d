package dev.howdah.ui.users.hosted;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RoleRights.Obstacle;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.provider.Provider;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Names;
import dev.howdah.ui.users.hosted.HostedActs.Act;
import dev.howdah.ui.users.hosted.HostedActs.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The users that the provider tells of. What it does to them needs no right in SQL, so it works
 * where the login may not change roles.
 *
 * @param provider as people call it
 */
public record HostedUsers(
        String provider, Capabilities capabilities, Reading<List<ProviderUser>> users) {
    private static final Texts TEXTS = Texts.of(HostedUsers.class);

    /** Before anything was read. */
    public static HostedUsers of(Provider provider) {
        return of(provider, Reading.waiting());
    }

    public static HostedUsers of(Provider provider, Reading<List<ProviderUser>> users) {
        return new HostedUsers(provider.providerName(), provider.capabilities(), users);
    }

    /** Whether the provider tells of users at all. */
    public boolean isTold() {
        return capabilities.offers(Capability.USERS);
    }

    /** As the provider knows this role; empty when it doesn't, or was not asked. */
    private Optional<ProviderUser> named(String role) {
        return users.content()
                .flatMap(all -> all.stream().filter(user -> user.name().equals(role)).findFirst());
    }

    /** Groups and what comes with PostgreSQL are no business of a provider's list of users. */
    private boolean concerns(Role role) {
        return isTold()
                && (named(role.name()).isPresent()
                        || role.kind() == Kind.LOGIN
                        || role.kind() == Kind.ADMINISTRATOR);
    }

    /** What the provider says of a role; empty where that says nothing. */
    public Optional<Fact> fact(Role role) {
        return concerns(role)
                ? Optional.of(
                        new Fact(
                                TEXTS.text("fact.label", provider),
                                TEXTS.text("fact." + word(role.name()))))
                : Optional.empty();
    }

    private String word(String role) {
        if (users.content().isEmpty()) {
            return users.problem().isPresent() ? "failed" : "notRead";
        }
        return named(role)
                .map(user -> user.locked() ? "locked" : user.readOnly() ? "readOnly" : "readWrite")
                .orElse("unknown");
    }

    /**
     * What its API can do to a role; empty where it has no say.
     *
     * @param rights of ours over the role, for who we are
     * @param readOnly whether the profile forbids every change
     */
    public Optional<HostedActs> acts(Role role, RoleRights rights, boolean readOnly) {
        if (!concerns(role)) {
            return Optional.empty();
        }
        Optional<ProviderUser> user = named(role.name());
        return Optional.of(
                obstacle(role, user, rights, readOnly)
                        .map(reason -> HostedActs.locked(user, reason))
                        .orElseGet(() -> new HostedActs(user, items(), Optional.empty())));
    }

    /** What stands in the way of everything. */
    private Optional<String> obstacle(
            Role role, Optional<ProviderUser> user, RoleRights rights, boolean readOnly) {
        if (readOnly) {
            return Optional.of(TEXTS.text("hosted.readOnly"));
        }
        if (user.isEmpty()) {
            return Optional.of(whyUnknown(role));
        }
        if (user.get().locked()) {
            return Optional.of(TEXTS.text("hosted.locked", provider, Names.visible(role.name())));
        }
        return rights.asker().name().equals(role.name())
                ? Optional.of(rights.sentence(Obstacle.OURSELVES))
                : Optional.empty();
    }

    private String whyUnknown(Role role) {
        if (users.content().isPresent()) {
            return TEXTS.text("hosted.unknown", provider, Names.visible(role.name()));
        }
        return users.problem()
                .map(Problem::sentence)
                .map(sentence -> TEXTS.text("hosted.failed", provider, sentence))
                .orElseGet(() -> TEXTS.text("hosted.notRead", provider));
    }

    private List<Item> items() {
        return Stream.of(Act.values())
                .map(act ->
                        new Item(
                                act,
                                TEXTS.text("hosted." + act, provider),
                                capabilities.whyNot(act.capability()).orElse("")))
                .toList();
    }
}
