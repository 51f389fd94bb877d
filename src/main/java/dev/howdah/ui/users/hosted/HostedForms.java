package dev.howdah.ui.users.hosted;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.drop.RoleDependenciesQuery;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.provider.Provider;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.ui.Names;
import dev.howdah.ui.users.form.NewPassword;
import dev.howdah.ui.users.form.RoleField;
import dev.howdah.ui.users.form.RoleForm;
import dev.howdah.ui.users.form.RoleForms;
import dev.howdah.ui.users.hosted.HostedActs.Act;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The small forms in which the provider's API changes one of its users. */
public final class HostedForms {
    private static final Texts TEXTS = Texts.of(HostedForms.class);

    private final Provider provider;
    private final ChangeTarget target;

    public HostedForms(Provider provider, ChangeTarget target) {
        this.provider = provider;
        this.target = target;
    }

    /** With a password that is made here or typed, which goes to the provider itself. */
    public RoleForm setPassword(ProviderUser user) {
        NewPassword password = new NewPassword();
        password.travels().set(true);
        password.belongsTo(user.name());
        password.generate();
        return form(
                Act.SET_PASSWORD,
                user,
                password,
                () -> {
                    if (!password.isGood()) {
                        throw RoleForms.wrong(password.objection().get());
                    }
                    return provider.setPassword(target, user, password.secret());
                });
    }

    /**
     * With the one that the provider makes, which is in the form once it is there.
     *
     * @param uiThread on which the form takes it
     */
    public RoleForm makePassword(ProviderUser user, Executor uiThread) {
        NewPassword password = new NewPassword();
        password.comesFrom(provider.providerName());
        return form(
                Act.MAKE_PASSWORD,
                user,
                password,
                () ->
                        provider.resetPassword(
                                target,
                                user,
                                made -> uiThread.execute(() -> password.arrived(made))));
    }

    private RoleForm form(Act act, ProviderUser user, NewPassword password, RoleForm.Maker maker) {
        return new RoleForm(
                TEXTS.text(
                        "form." + act + ".title",
                        Names.visible(user.name()),
                        provider.providerName()),
                target,
                TEXTS.text("form.explanation"),
                List.of(new RoleField.Password(TEXTS.text("form.label.password"), password)),
                maker,
                RoleForm.Manner.STAYS_OPEN);
    }

    /** Said while {@link #drop} looks. */
    public static String looking(ProviderUser user) {
        return TEXTS.text("drop.looking", Names.visible(user.name()));
    }

    /** Says beforehand what it owns, for no provider tells what becomes of that. Blocks. */
    public Change drop(ProviderUser user, PgReader server) throws ProblemException {
        return provider.dropUser(target, user).warning(whatItOwns(user, server));
    }

    private static List<String> whatItOwns(ProviderUser user, PgReader server) {
        String name = Names.visible(user.name());
        try {
            RoleDependenciesSnapshot found = server.ask(new RoleDependenciesQuery(user.name()));
            return found.owned() == 0
                    ? List.of()
                    : List.of(
                            TEXTS.text(
                                    "drop.owns",
                                    name,
                                    found.owned(),
                                    places(found),
                                    SqlNames.quoted(user.name())));
        } catch (ProblemException e) {
            return List.of(TEXTS.text("drop.notKnown", name, e.problem().sentence()));
        }
    }

    private static String places(RoleDependenciesSnapshot found) {
        Stream<String> inside =
                found.databases().stream()
                        .filter(each -> each.owned() > 0)
                        .map(each ->
                                TEXTS.text(
                                        "drop.ownedIn",
                                        each.owned(),
                                        Names.visible(each.database())));
        Stream<String> shared =
                found.ownedShared() == 0
                        ? Stream.of()
                        : Stream.of(TEXTS.text("drop.ownedShared", found.ownedShared()));
        return Stream.concat(inside, shared).collect(Collectors.joining(", "));
    }
}
