package dev.howdah.ui.users.defaults;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Place;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Wish;
import dev.howdah.ui.users.form.RoleField;
import dev.howdah.ui.users.form.RoleForm;
import dev.howdah.ui.users.form.RoleForms;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The form that sets what somebody gets on what an owner makes later. It shows what the grantee has
 * already, so that adding, changing and taking away are the same.
 */
final class DefaultsForm {
    private static final Texts TEXTS = Texts.of(DefaultsForm.class);
    private static final String PUBLIC = "PUBLIC";

    private final KnownDefaults known;
    private final RolesSnapshot roles;
    private final List<String> schemas;
    private final String database;
    private final DefaultPrivilegeChanges changes;
    private final String everySchema = TEXTS.text("defaults.everySchema");
    private final StringProperty owner = new SimpleStringProperty("");
    private final StringProperty schema = new SimpleStringProperty(everySchema);
    private final StringProperty kind =
            new SimpleStringProperty(DefaultsLine.words(DefaultsKind.TABLES));
    private final StringProperty grantee = new SimpleStringProperty("");
    private final ObservableList<RoleField.Tick> privileges = FXCollections.observableArrayList();
    private final BooleanProperty option = new SimpleBooleanProperty();
    private Given before = Given.NOTHING;

    /**
     * @param schemas those of the database that can be chosen
     */
    DefaultsForm(
            KnownDefaults known,
            RolesSnapshot roles,
            List<String> schemas,
            String database,
            DefaultPrivilegeChanges changes) {
        this.known = known;
        this.roles = roles;
        this.schemas = schemas;
        this.database = database;
        this.changes = changes;
    }

    /** Filled from a line, or empty with ourselves as the owner. */
    RoleForm of(Optional<DefaultsLine> line, ChangeTarget target) {
        owner.set(
                line.map(DefaultsLine::owner)
                        .filter(name -> !name.isEmpty())
                        .orElse(roles.currentUser()));
        line.ifPresent(from -> {
            schema.set(from.schema().orElse(everySchema));
            kind.set(from.kindWords());
            grantee.set(from.grantee().isEmpty() ? PUBLIC : from.grantee());
        });
        Stream.of(owner, schema, kind, grantee)
                .forEach(each -> each.subscribe(_ -> showWhatIsThere()));
        return new RoleForm(
                TEXTS.text("defaults.form.title"),
                target,
                TEXTS.text("defaults.form.explanation"),
                List.of(
                        new RoleField.Choice(TEXTS.text("defaults.owner"), owners(), owner, true),
                        new RoleField.Choice(
                                TEXTS.text("defaults.schema"),
                                Stream.concat(Stream.of(everySchema), schemas.stream()).toList(),
                                schema,
                                false),
                        new RoleField.Choice(
                                TEXTS.text("defaults.on"),
                                DefaultsKind.of(known.major()).stream()
                                        .map(DefaultsLine::words)
                                        .toList(),
                                kind,
                                false),
                        new RoleField.Choice(
                                TEXTS.text("defaults.grantee"), grantees(), grantee, true),
                        new RoleField.Ticks(TEXTS.text("defaults.privileges"), privileges),
                        new RoleField.Tick(TEXTS.text("defaults.option"), option)),
                this::change,
                RoleForm.Manner.PLAIN);
    }

    /** Only owners whose defaults are ours to set. */
    private List<String> owners() {
        return roles.roles().stream()
                .map(Role::name)
                .filter(name -> changes.obstacle(name).isEmpty())
                .sorted()
                .toList();
    }

    private List<String> grantees() {
        return Stream.concat(Stream.of(PUBLIC), roles.roles().stream().map(Role::name).sorted())
                .toList();
    }

    private void showWhatIsThere() {
        before = known.given(place(), granteeName());
        Set<Privilege> has = before.privileges();
        privileges.setAll(
                known.privileges(kind()).stream()
                        .map(privilege ->
                                new RoleField.Tick(
                                        privilege.name(),
                                        new SimpleBooleanProperty(has.contains(privilege))))
                        .toList());
        option.set(!before.grantable().isEmpty());
    }

    private Place place() {
        return new Place(
                database,
                owner.get(),
                Optional.of(schema.get()).filter(name -> !name.equals(everySchema)),
                kind());
    }

    private DefaultsKind kind() {
        return DefaultsKind.of(known.major()).stream()
                .filter(each -> DefaultsLine.words(each).equals(kind.get()))
                .findFirst()
                .orElse(DefaultsKind.TABLES);
    }

    private String granteeName() {
        return grantee.get().equals(PUBLIC) ? "" : grantee.get();
    }

    private Change change() throws ProblemException {
        if (!isRole(owner.get())) {
            throw RoleForms.wrong(TEXTS.text("defaults.noOwner"));
        }
        if (!grantee.get().equals(PUBLIC) && !isRole(grantee.get())) {
            throw RoleForms.wrong(TEXTS.text("defaults.noGrantee"));
        }
        return changes.become(List.of(new Wish(place(), granteeName(), before, wanted())));
    }

    private boolean isRole(String name) {
        return roles.roles().stream().anyMatch(role -> role.name().equals(name));
    }

    /** Grant options stay as they are where the tick was left alone. */
    private Given wanted() {
        Set<Privilege> ticked = EnumSet.noneOf(Privilege.class);
        privileges.stream()
                .filter(tick -> tick.value().get())
                .map(tick -> Privilege.valueOf(tick.label()))
                .forEach(ticked::add);
        Set<Privilege> grantable = EnumSet.noneOf(Privilege.class);
        if (option.get()) {
            grantable.addAll(before.grantable().isEmpty() ? ticked : before.grantable());
            grantable.retainAll(ticked);
        }
        return new Given(ticked, grantable);
    }
}
