package dev.howdah.ui.users.form;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.roles.RoleAttribute;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.pg.roles.change.AttributeChanges;
import dev.howdah.pg.roles.change.RoleChanges;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.pg.roles.step.Reach;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The small forms in which a role is changed, for one snapshot of the roles. */
public final class RoleForms {
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
    private final AttributeChanges attributes;

    public RoleForms(Reach reach, ChangeTarget target, RolesSnapshot snapshot, ZoneId zone) {
        this.reach = reach;
        this.target = target;
        this.snapshot = snapshot;
        this.zone = zone;
        changes = new RoleChanges(reach, target, snapshot.asker());
        attributes = new AttributeChanges(reach, target, snapshot.asker());
    }

    public RoleForm password(Role role) {
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

    public RoleForm expiry(Role role) {
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

    public RoleForm limit(Role role) {
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
    public Change login(Role role) throws ProblemException {
        return changes.login(role, !role.attributes().login());
    }

    public RoleForm setting(Role role) {
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

    public RoleForm comment(Role role) {
        StringProperty text = new SimpleStringProperty(role.comment());
        return form(
                "comment",
                role,
                List.of(new RoleField.Lines(label("comment"), text)),
                () -> changes.comment(role, text.get()));
    }

    /** All attributes at once, each with what follows from it or with why it can't be changed. */
    public RoleForm attributes(Role role) {
        RoleRights rights = snapshot.rights(role);
        Set<RoleAttribute> has = RoleAttribute.of(role.attributes());
        Map<RoleAttribute, BooleanProperty> ticks = new EnumMap<>(RoleAttribute.class);
        List<RoleField> fields = new ArrayList<>();
        for (RoleAttribute attribute : RoleAttribute.values()) {
            BooleanProperty tick = new SimpleBooleanProperty(has.contains(attribute));
            ticks.put(attribute, tick);
            fields.add(
                    new RoleField.Tick(
                            TEXTS.text("roleForm.attribute." + attribute),
                            tick,
                            attributes.consequence(attribute, !has.contains(attribute)),
                            rights.obstacleTo(attribute).map(rights::sentence).orElse("")));
        }
        return form(
                "attributes",
                role,
                fields,
                () ->
                        attributes.become(
                                role,
                                ticks.entrySet().stream()
                                        .filter(each -> each.getValue().get())
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.toSet())));
    }

    public RoleForm rename(Role role) {
        StringProperty name = new SimpleStringProperty(role.name());
        return form(
                "rename",
                role,
                List.of(new RoleField.Line(label("newName"), name, "")),
                () -> {
                    if (name.get().equals(role.name())) {
                        throw wrong(TEXTS.text("roleForm.rename.same"));
                    }
                    return changes.rename(role, name.get());
                });
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
        return RoleForm.about(key, role.name(), target, fields, maker, manner);
    }

    static String label(String name) {
        return TEXTS.text("roleForm.label." + name);
    }

    public static ProblemException wrong(String sentence) {
        return new ProblemException(Problem.of(Problem.Kind.BAD_INPUT, sentence, ""));
    }
}
