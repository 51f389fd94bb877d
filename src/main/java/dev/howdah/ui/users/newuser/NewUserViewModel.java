package dev.howdah.ui.users.newuser;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.RoleNames;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.profile.text.ConnectionTexts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.capability.Capability;
import dev.howdah.ui.Names;
import dev.howdah.ui.users.form.NewPassword;
import dev.howdah.ui.users.newuser.NewUserPlanning.ServerPlan;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import dev.howdah.ui.users.places.NewUserSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One new user, from the first letter of its name until it is there. It outlives its dialog, so
 * that what was typed is there again; only the password goes.
 */
public final class NewUserViewModel {
    private static final Texts TEXTS = Texts.of(NewUserViewModel.class);

    private final NewUsersForm form;
    private final Predicate<String> isTaken;
    private final Provider provider;
    private final BooleanProperty byProvider = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final NewPassword password = new NewPassword();
    private final ReadOnlyStringWrapper nameComplaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<MadeUser>> made =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Proposed> proposed = Optional.empty();
    private boolean open;

    /** The user as it was when its change was shown: the form may go on changing meanwhile. */
    private record Proposed(
            String name,
            NewUser.Kind kind,
            Secret password,
            List<String> databases,
            List<MadeUser.Address> addresses) {}

    /**
     * @param isTaken whether a role of this name is known
     * @param provider whoever hosts the server, who may have a way of its own to make users
     */
    public NewUserViewModel(NewUsersForm form, Predicate<String> isTaken, Provider provider) {
        this.form = form;
        this.isTaken = isTaken;
        this.provider = provider;
        name.subscribe(this::nameChanged);
        password.text().subscribe(this::plan);
        form.onChange(this::plan);
        byProvider.subscribe(this::plan);
        password.travels().bind(byProvider);
    }

    /** The provider's name; empty when it makes no users. */
    Optional<String> providerThatMakesUsers() {
        return provider.capabilities().offers(Capability.USER_CREATE)
                ? Optional.of(provider.providerName())
                : Optional.empty();
    }

    /** Whether the provider makes the user by its API, and not this console by SQL. */
    public BooleanProperty byProvider() {
        return byProvider;
    }

    private void nameChanged() {
        password.belongsTo(name.get());
        nameComplaint.set(complaint());
        title.set(
                name.get().isEmpty()
                        ? TEXTS.text("newUser.create")
                        : TEXTS.text("newUser.create.name", Names.visible(name.get())));
        plan();
    }

    private String complaint() {
        if (name.get().isEmpty()) {
            return "";
        }
        try {
            RoleNames.check(name.get(), form.here().encoding());
        } catch (ProblemException e) {
            return e.problem().sentence();
        }
        return isTaken.test(name.get()) ? TEXTS.text("newUser.taken") : "";
    }

    private void plan() {
        if (!open) {
            return;
        }
        if (name.get().isEmpty()) {
            form.planning().incomplete(TEXTS.text("newUser.needsName"));
        } else if (!nameComplaint.get().isEmpty()) {
            form.planning().incomplete(nameComplaint.get());
        } else if (!password.isGood()) {
            form.planning().incomplete(password.objection().get());
        } else if (byProvider.get()) {
            planByProvider();
        } else {
            Secret secret = password.secret();
            form.plan(
                    List.of(
                            new NewUsersForm.Person(
                                    name.get(),
                                    iterations -> ScramVerifier.of(secret, iterations),
                                    Optional.empty())));
        }
    }

    private void planByProvider() {
        boolean readOnly = form.options().kind().get() == NewUser.Kind.READ_ONLY;
        try {
            if (readOnly) {
                provider.capabilities().require(Capability.READ_ONLY_USERS);
            }
            form.planning()
                    .provided(
                            provider.createUser(
                                    form.here().target(), name.get(), readOnly, password.secret()),
                            provider.providerName());
        } catch (ProblemException e) {
            form.planning().refuse(e.problem());
        }
    }

    /**
     * The dialog comes onto the screen, with what was typed before and a fresh password.
     *
     * @param kind what the person asked for; on the screen it can be changed
     * @param elsewhere other open servers
     */
    public void opened(NewUser.Kind kind, List<NewUserSource> elsewhere) {
        if (made.get().isPresent()) {
            startOver();
        }
        open = true;
        form.options().kind().set(kind);
        password.generate();
        form.opened(elsewhere);
        nameChanged();
    }

    /** The dialog left the screen; nothing keeps the password. */
    public void closed() {
        open = false;
        form.planning().incomplete("");
        password.forget();
        made.get().ifPresent(user -> user.password().wipe());
    }

    /** Whether something was typed that is not a user yet. */
    boolean hasDraft() {
        return made.get().isEmpty() && !name.get().isEmpty();
    }

    /** Forgets what was typed; also for a second user after the first. */
    void startOver() {
        made.get().ifPresent(user -> user.password().wipe());
        made.set(Optional.empty());
        form.startOver();
        name.set("");
        if (open) {
            password.generate();
        }
    }

    /** What carries out exactly what is shown; empty while nothing can be made. */
    Optional<Change> change() {
        Optional<Change> change = form.planning().change();
        if (change.isPresent()) {
            proposed =
                    Optional.of(
                            new Proposed(
                                    name.get(),
                                    form.options().kind().get(),
                                    password.secret(),
                                    databasesHere(),
                                    servers().stream().map(this::address).toList()));
        }
        return change;
    }

    private List<NewUserSource> servers() {
        return form.planning().state().get() instanceof State.Ready(var servers)
                ? servers.stream()
                        .filter(each -> each.problem().isEmpty())
                        .map(ServerPlan::source)
                        .toList()
                : List.of(form.here());
    }

    /** Empty when the provider makes the user: it grants what it likes. */
    private List<String> databasesHere() {
        return form.planning().state().get() instanceof State.Ready(var servers)
                ? servers.getFirst().plans().stream()
                        .flatMap(plan -> plan.databases().stream())
                        .toList()
                : List.of();
    }

    private MadeUser.Address address(NewUserSource source) {
        return new MadeUser.Address(
                source.target().server(),
                new ConnectionTexts(source.address().as(name.get())).uri());
    }

    /** The change ran. When nothing came of it, the form stays as it is. */
    void ran(ChangeOutcome outcome) {
        if (outcome.status() == ChangeOutcome.Status.FAILED || proposed.isEmpty()) {
            return;
        }
        Proposed user = proposed.get();
        proposed = Optional.empty();
        made.set(
                Optional.of(
                        new MadeUser(
                                user.name(),
                                user.kind(),
                                user.password(),
                                outcome,
                                user.databases(),
                                user.addresses())));
        password.forget();
    }

    public NewUsersForm form() {
        return form;
    }

    StringProperty name() {
        return name;
    }

    public NewPassword password() {
        return password;
    }

    /** Why the name can't be, as a sentence; empty when it can, and before anything is typed. */
    ReadOnlyStringProperty nameComplaint() {
        return nameComplaint.getReadOnlyProperty();
    }

    /** The act, as its button is called. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** The user, once it is there. */
    ReadOnlyObjectProperty<Optional<MadeUser>> made() {
        return made.getReadOnlyProperty();
    }
}
