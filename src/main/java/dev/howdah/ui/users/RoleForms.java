package dev.howdah.ui.users;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.Membership;
import dev.howdah.pg.roles.MembershipChanges;
import dev.howdah.pg.roles.Reach;
import dev.howdah.pg.roles.RoleChanges;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.pg.roles.ScramVerifier;
import dev.howdah.ui.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The small forms in which a role is changed, for one snapshot of the roles. */
final class RoleForms {
    private static final Texts TEXTS = Texts.of(RoleForms.class);

    /** Parameters that are most often set for a role; any other can be typed. */
    private static final List<String> USUAL_SETTINGS =
            List.of(
                    "default_transaction_read_only",
                    "idle_in_transaction_session_timeout",
                    "lock_timeout",
                    "log_min_duration_statement",
                    "search_path",
                    "statement_timeout",
                    "work_mem");

    private final Reach reach;
    private final ChangeTarget target;
    private final RolesSnapshot snapshot;
    private final ZoneId zone;
    private final RoleChanges changes;
    private final MembershipChanges memberships;

    RoleForms(Reach reach, ChangeTarget target, RolesSnapshot snapshot, ZoneId zone) {
        this.reach = reach;
        this.target = target;
        this.snapshot = snapshot;
        this.zone = zone;
        changes = new RoleChanges(reach, target, snapshot.asker());
        memberships = new MembershipChanges(reach, target, snapshot.asker());
    }

    RoleForm password(Role role) {
        NewPassword password = new NewPassword();
        password.belongsTo(role.name());
        password.generate();
        return form(
                "password",
                role,
                List.of(new RoleField.Password(label("password"), password)),
                () -> {
                    if (!password.isGood()) {
                        throw wrong(password.objection().get());
                    }
                    Secret secret = password.secret();
                    return changes.password(
                            role, iterations -> ScramVerifier.of(secret, iterations));
                },
                RoleForm.Manner.STAYS_OPEN);
    }

    RoleForm expiry(Role role) {
        ObjectProperty<@Nullable LocalDate> day =
                new SimpleObjectProperty<>(
                        role.expiry()
                                .map(moment -> moment.minusMillis(1).atZone(zone).toLocalDate())
                                .orElse(null));
        return form(
                "expiry",
                role,
                List.of(
                        new RoleField.Day(
                                label("expiry"), day, TEXTS.text("roleForm.expiry.note", zone))),
                () ->
                        changes.expiry(
                                role,
                                Optional.ofNullable(day.get())
                                        .map(last ->
                                                last.plusDays(1).atStartOfDay(zone).toInstant())));
    }

    RoleForm limit(Role role) {
        TypedNumber limit =
                new TypedNumber(
                        0,
                        10_000,
                        role.connectionLimit() < 0
                                ? OptionalInt.empty()
                                : OptionalInt.of(role.connectionLimit()));
        return form(
                "limit",
                role,
                List.of(
                        new RoleField.Limit(
                                label("limit"), limit, TEXTS.text("options.connections.unit"))),
                () -> {
                    if (!limit.isGood()) {
                        throw wrong(limit.complaint().get());
                    }
                    return changes.connectionLimit(role, limit.value().orElse(-1));
                });
    }

    /** Nothing has to be asked for this one. */
    Change login(Role role) throws ProblemException {
        return changes.login(role, !role.attributes().login());
    }

    RoleForm setting(Role role) {
        StringProperty name = new SimpleStringProperty("");
        StringProperty value = new SimpleStringProperty("");
        String everywhere = TEXTS.text("detail.everyDatabase");
        StringProperty database = new SimpleStringProperty(everywhere);
        BooleanProperty reset = new SimpleBooleanProperty();
        List<String> names =
                Stream.concat(role.settings().stream().map(Setting::name), USUAL_SETTINGS.stream())
                        .distinct()
                        .toList();
        List<String> databases = new ArrayList<>(List.of(everywhere, reach.home()));
        role.settings().stream()
                .map(Setting::database)
                .filter(each -> !each.isEmpty() && !databases.contains(each))
                .forEach(databases::add);
        return form(
                "setting",
                role,
                List.of(
                        new RoleField.Choice(label("parameter"), names, name, true),
                        new RoleField.Line(label("value"), value, ""),
                        new RoleField.Choice(label("database"), databases, database, true),
                        new RoleField.Tick(label("reset"), reset)),
                () -> {
                    if (name.get().isBlank()) {
                        throw wrong(TEXTS.text("roleForm.setting.noName"));
                    }
                    Setting setting =
                            new Setting(
                                    database.get().equals(everywhere) ? "" : database.get(),
                                    name.get().strip(),
                                    value.get());
                    return reset.get() ? changes.reset(role, setting) : changes.set(role, setting);
                });
    }

    RoleForm comment(Role role) {
        StringProperty text = new SimpleStringProperty(role.comment());
        return form(
                "comment",
                role,
                List.of(new RoleField.Lines(label("comment"), text)),
                () -> changes.comment(role, text.get()));
    }

    /** The role becomes a member of another one. */
    RoleForm join(Role role) {
        List<String> groups =
                names(each ->
                        !each.name().equals(role.name())
                                && role.memberOf().stream()
                                        .noneMatch(to -> to.group().equals(each.name())));
        return grant(
                "join",
                role,
                label("group"),
                groups,
                (chosen, how) -> memberships.grant(find(chosen), role.name(), how));
    }

    /** Another role becomes a member of this one. */
    RoleForm addMember(Role role) {
        List<String> members =
                names(each ->
                        !each.name().equals(role.name())
                                && each.memberOf().stream()
                                        .noneMatch(to -> to.group().equals(role.name())));
        return grant(
                "addMember",
                role,
                label("member"),
                members,
                (chosen, how) -> memberships.grant(role, chosen, how));
    }

    /** Makes the change for the role that was chosen. */
    private interface Granting {
        Change change(String chosen, Membership how) throws ProblemException;
    }

    private RoleForm grant(
            String key, Role role, String label, List<String> choices, Granting granting) {
        StringProperty chosen = new SimpleStringProperty("");
        BooleanProperty admin = new SimpleBooleanProperty();
        BooleanProperty inherits = new SimpleBooleanProperty(true);
        BooleanProperty sets = new SimpleBooleanProperty(true);
        List<RoleField> fields = new ArrayList<>();
        fields.add(new RoleField.Choice(label, choices, chosen, true));
        if (snapshot.membershipOptions()) {
            fields.add(new RoleField.Tick(label("inherits"), inherits));
            fields.add(new RoleField.Tick(label("sets"), sets));
        }
        fields.add(new RoleField.Tick(label("admin"), admin));
        return form(
                key,
                role,
                fields,
                () ->
                        granting.change(
                                known(chosen.get()),
                                new Membership(admin.get(), inherits.get(), sets.get())));
    }

    RoleForm leave(Role role) {
        List<String> groups =
                role.memberOf().stream().map(RolesSnapshot.Membership::group).distinct().toList();
        StringProperty chosen = new SimpleStringProperty(groups.isEmpty() ? "" : groups.getFirst());
        return form(
                "leave",
                role,
                List.of(new RoleField.Choice(label("group"), groups, chosen, false)),
                () -> memberships.revoke(find(chosen.get()), role.name()));
    }

    private List<String> names(Predicate<Role> wanted) {
        return snapshot.roles().stream().filter(wanted).map(Role::name).sorted().toList();
    }

    private String known(String name) throws ProblemException {
        return find(name).name();
    }

    private Role find(String name) throws ProblemException {
        return snapshot.roles().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(TEXTS.text("roleForm.noRole")));
    }

    private RoleForm form(String key, Role role, List<RoleField> fields, RoleForm.Maker maker) {
        return form(key, role, fields, maker, RoleForm.Manner.PLAIN);
    }

    private RoleForm form(
            String key,
            Role role,
            List<RoleField> fields,
            RoleForm.Maker maker,
            RoleForm.Manner manner) {
        return new RoleForm(
                TEXTS.text("roleForm." + key + ".title", Names.visible(role.name())),
                target,
                TEXTS.text("roleForm." + key + ".explanation"),
                fields,
                maker,
                manner);
    }

    private static String label(String name) {
        return TEXTS.text("roleForm.label." + name);
    }

    static ProblemException wrong(String sentence) {
        return new ProblemException(Problem.of(Problem.Kind.BAD_INPUT, sentence, ""));
    }
}
