package dev.howdah.ui.users.access;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Place;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Wish;
import dev.howdah.pg.roles.privilege.PrivilegeChanges;
import dev.howdah.pg.roles.privilege.PrivilegeChanges.Grant;
import dev.howdah.pg.roles.privilege.Securable;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.session.Session;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.defaults.KnownDefaults;
import dev.howdah.ui.users.form.RoleForms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Grants and revokes from a cell of the access table, now or for what an owner creates later. */
public final class AccessActs {
    private static final Texts TEXTS = Texts.of(AccessActs.class);

    private final Session session;
    private final Workbench workbench;
    private final Runnable afterwards;
    private final Reach reach;
    private final PrivilegeChanges changes;
    private final String database;

    /**
     * @param afterwards when a change has run, on the JavaFX thread
     */
    public AccessActs(Session session, Workbench workbench, Runnable afterwards) {
        this.session = session;
        this.workbench = workbench;
        this.afterwards = afterwards;
        this.database = session.profile().target().database();
        this.reach = new Reach(session.reader(), session.writer(), session.visits(), database);
        this.changes = new PrivilegeChanges(reach, session.target());
    }

    /** The one we are connected to, whose objects the table lists. */
    String database() {
        return database;
    }

    /** What a press on the menu would do. */
    sealed interface Act {}

    private record Now(Securable on, Privilege privilege) implements Act {}

    private record Later(String owner, String schema, DefaultsKind kind, Privilege privilege)
            implements Act {}

    /**
     * What can be granted or revoked in this cell; empty where the console doesn't offer it, as on
     * routines and types.
     */
    static Optional<Act> act(AccessLine line, Privilege privilege) {
        return switch (line.subject()) {
            case AccessLine.Objects(String schema, ObjectKind kind) ->
                    allIn(schema, kind).map(on -> new Now(on, privilege));
            case AccessLine.One(AccessObject object) ->
                    one(object).map(on -> new Now(on, privilege));
            case AccessLine.Later(String schema, String owner, DefaultsKind kind) ->
                    Optional.of(new Later(owner, schema, kind, privilege));
        };
    }

    private static Optional<Securable> allIn(String schema, ObjectKind kind) {
        return switch (kind) {
            case TABLE -> Optional.of(new Securable.AllIn(Securable.Kind.TABLE, schema));
            case SEQUENCE -> Optional.of(new Securable.AllIn(Securable.Kind.SEQUENCE, schema));
            default -> Optional.empty();
        };
    }

    private static Optional<Securable> one(AccessObject object) {
        List<String> name = List.of(object.name());
        return switch (object.kind()) {
            case DATABASE -> Optional.of(new Securable.Database(object.name()));
            case SCHEMA -> Optional.of(new Securable.Schema(object.name()));
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
                    Optional.of(new Securable.Objects(Securable.Kind.TABLE, object.schema(), name));
            case SEQUENCE ->
                    Optional.of(
                            new Securable.Objects(Securable.Kind.SEQUENCE, object.schema(), name));
            case ROUTINE, TYPE, DOMAIN -> Optional.empty();
        };
    }

    /**
     * Proposes the change to the person; JavaFX thread, returns at once.
     *
     * @param refused gets the reason why it can't be done, on the JavaFX thread
     */
    void propose(Act act, boolean grants, String role, Consumer<Problem> refused) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        Change change = change(act, grants, role);
                        workbench.uiThread().execute(() -> confirm(change));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> refused.accept(e.problem()));
                    }
                });
    }

    private void confirm(Change change) {
        workbench.confirm(
                change,
                _ -> {
                    session.retry();
                    afterwards.run();
                });
    }

    private Change change(Act act, boolean grants, String role) throws ProblemException {
        return switch (act) {
            case Now(Securable on, Privilege privilege) -> {
                Grant grant = new Grant(database, on, Set.of(privilege), role);
                yield grants ? changes.grant(grant) : changes.revoke(grant);
            }
            case Later later -> change(later, grants, role);
        };
    }

    /** A privilege can stand in the schema's entry, and in the one for every schema. */
    private Change change(Later later, boolean grants, String role) throws ProblemException {
        RolesSnapshot roles = session.reader().ask(new RolesQuery());
        KnownDefaults known =
                new KnownDefaults(session.reader().ask(new DefaultAclsQuery()), roles);
        Place here = new Place(database, later.owner(), Optional.of(later.schema()), later.kind());
        Place everywhere = new Place(database, later.owner(), Optional.empty(), later.kind());
        List<Wish> wishes = new ArrayList<>();
        for (Place place : grants ? List.of(here) : List.of(here, everywhere)) {
            Given before = known.given(place, role);
            if (grants || before.privileges().contains(later.privilege())) {
                Set<Privilege> wanted = EnumSet.of(later.privilege());
                wanted.addAll(before.privileges());
                Set<Privilege> option = new HashSet<>(before.grantable());
                if (!grants) {
                    wanted.remove(later.privilege());
                    option.remove(later.privilege());
                }
                wishes.add(new Wish(place, role, before, new Given(wanted, option)));
            }
        }
        if (wishes.isEmpty()) {
            throw RoleForms.wrong(TEXTS.text("access.later.notItself", Names.visible(role)));
        }
        return new DefaultPrivilegeChanges(reach, session.target(), roles).become(wishes);
    }
}
