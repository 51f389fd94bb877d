package dev.howdah.ui.users.newuser;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.ui.users.places.NewUserPlaces;
import dev.howdah.ui.users.places.NewUserSource;
import dev.howdah.ui.users.places.OtherServers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a form for new users knows besides who they are: options, places, servers, and the plan. */
public final class NewUsersForm {
    private static final Texts TEXTS = Texts.of(NewUsersForm.class);

    private final NewUserSource here;
    private final NewUserOptions options;
    private final NewUserPlaces places;
    private final OtherServers others;
    private final NewUserPlanning planning;
    private Runnable changed = () -> {};

    /**
     * Where the form's work is done.
     *
     * @param background for reads that are wanted at once
     * @param afterTyping for those that can wait until somebody stops typing
     */
    public record Threads(Executor background, Executor afterTyping, Executor uiThread) {}

    /**
     * Somebody who is to become a user.
     *
     * @param verifier made when it is needed, in the background, for each server
     * @param expiry empty for the one of the options
     */
    public record Person(String name, ScramVerifier.Maker verifier, Optional<Instant> expiry) {}

    public NewUsersForm(NewUserSource here, Clock clock, ZoneId zone, Threads threads) {
        this.here = here;
        options = new NewUserOptions(clock, zone);
        places = new NewUserPlaces(here, threads.background(), threads.uiThread());
        others = new OtherServers(() -> changed.run());
        planning = new NewUserPlanning(threads.afterTyping(), threads.uiThread());
    }

    /** Called when anything changes on which a plan depends. */
    public void onChange(Runnable action) {
        changed = action;
        options.onChange(action);
        places.version().subscribe(_ -> action.run());
    }

    /**
     * The form comes onto the screen: what is chosen from is read.
     *
     * @param openElsewhere other servers that are open
     */
    public void opened(List<NewUserSource> openElsewhere) {
        others.show(openElsewhere);
        places.read();
    }

    public void startOver() {
        options.startOver();
        places.startOver();
        others.startOver();
    }

    /** Plans these people with what is chosen now, at least one. */
    public void plan(List<Person> people) {
        if (!options.areGood()) {
            planning.incomplete(TEXTS.text("plan.badOptions"));
            return;
        }
        List<NewUserSource> servers = new ArrayList<>();
        servers.add(here);
        servers.addAll(others.chosen());
        List<Scope> scopes = places.scopes();
        NewUser.Kind kind = options.kind().get();
        Limits limits = options.limits();
        NewUser.Closing closing = options.closing();
        planning.plan(
                servers,
                server ->
                        people.stream()
                                .map(person ->
                                        new NewUser(
                                                person.name(),
                                                kind,
                                                person.verifier(),
                                                server == here ? scopes : home(server),
                                                withExpiry(limits, person.expiry()),
                                                closing))
                                .toList());
    }

    /** Elsewhere it is the database of the profile, because names of databases differ. */
    private static List<Scope> home(NewUserSource server) {
        return List.of(Scope.all(server.address().database()));
    }

    private static Limits withExpiry(Limits limits, Optional<Instant> own) {
        return new Limits(
                limits.connections(),
                own.or(limits::expiry),
                limits.statementTimeout(),
                limits.idleInTransactionTimeout(),
                limits.lockTimeout(),
                limits.readOnlyTransactions());
    }

    public NewUserSource here() {
        return here;
    }

    public NewUserOptions options() {
        return options;
    }

    NewUserPlaces places() {
        return places;
    }

    OtherServers others() {
        return others;
    }

    public NewUserPlanning planning() {
        return planning;
    }
}
