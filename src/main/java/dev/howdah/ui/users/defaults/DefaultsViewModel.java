package dev.howdah.ui.users.defaults;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Wish;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.ui.Names;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.users.form.RoleForm;
import dev.howdah.ui.users.form.RoleForms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The default privileges of the database we are in: listed, filtered, changed. */
final class DefaultsViewModel {
    private static final Texts TEXTS = Texts.of(DefaultsViewModel.class);

    private final Reach reach;
    private final ChangeTarget target;
    private final Supplier<Optional<RolesSnapshot>> roles;
    private final ObservableList<DefaultsLine> all = FXCollections.observableArrayList();
    private final FilteredList<DefaultsLine> lines = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable DefaultsLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper addObstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper changeObstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper revokeObstacle = new ReadOnlyStringWrapper("");
    private List<String> schemas = List.of();
    private @Nullable KnownDefaults known;

    /**
     * @param roles the newest that were read, for names and rights
     */
    DefaultsViewModel(Reach reach, ChangeTarget target, Supplier<Optional<RolesSnapshot>> roles) {
        this.reach = reach;
        this.target = target;
        this.roles = roles;
        filter.subscribe(text -> {
            String part = text.strip().toLowerCase(Locale.ROOT);
            lines.setPredicate(line -> line.contains(part));
        });
        selected.subscribe(_ -> judge());
        judge();
    }

    void show(Reading<DefaultAclsSnapshot> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(this::take);
    }

    private void take(DefaultAclsSnapshot newest) {
        roles.get()
                .ifPresent(who -> {
                    KnownDefaults now = new KnownDefaults(newest, who);
                    List<DefaultsLine> before = List.copyOf(all);
                    List<DefaultsLine> after = now.lines();
                    known = now;
                    if (!before.equals(after)) {
                        all.setAll(after);
                    }
                    summary.set(
                            TEXTS.text(
                                    "defaults.summary", newest.entries().size(), newest.notRead()));
                    judge();
                });
    }

    void showSchemas(Reading<List<String>> reading) {
        reading.content().ifPresent(names -> schemas = names);
    }

    /** Why the buttons can't work, known before they are pressed. */
    private void judge() {
        String general = roles.get().map(this::generalObstacle).orElse(notRead());
        addObstacle.set(general);
        DefaultsLine line = selected.get();
        if (!general.isEmpty()) {
            changeObstacle.set(general);
        } else if (line == null) {
            changeObstacle.set(TEXTS.text("defaults.chooseLine"));
        } else {
            changeObstacle.set(line.builtIn() ? "" : changes().obstacle(line.owner()).orElse(""));
        }
        revokeObstacle.set(
                line == null || !changeObstacle.get().isEmpty()
                        ? changeObstacle.get()
                        : nothingToRevoke(line));
    }

    private static String nothingToRevoke(DefaultsLine line) {
        if (line.builtIn()) {
            return TEXTS.text("defaults.builtIn.obstacle");
        }
        return line.given().privileges().isEmpty() ? TEXTS.text("defaults.taken.obstacle") : "";
    }

    private String generalObstacle(RolesSnapshot who) {
        if (target.readOnly()) {
            return TEXTS.text("roleActs.readOnly");
        }
        return known == null ? notRead() : who.asker().inRecovery() ? standby(who) : "";
    }

    private String standby(RolesSnapshot who) {
        return changes().obstacle(who.currentUser()).orElse("");
    }

    private static String notRead() {
        return TEXTS.text("defaults.notRead");
    }

    private DefaultPrivilegeChanges changes() {
        return new DefaultPrivilegeChanges(reach, target, roles.get().orElseThrow());
    }

    /**
     * What the selected line gives is taken away. Does not block.
     *
     * @throws ProblemException when that can't be
     */
    Change revokeSelected() throws ProblemException {
        DefaultsLine line = selected.get();
        if (line == null) {
            throw RoleForms.wrong(TEXTS.text("defaults.chooseLine"));
        }
        return changes()
                .become(
                        List.of(
                                new Wish(
                                        line.place(reach.home()),
                                        line.grantee(),
                                        line.given(),
                                        Given.NOTHING)));
    }

    /** The form that sets what somebody gets, filled from the selected line. */
    Optional<RoleForm> changeForm() {
        return form(Optional.ofNullable(selected.get()));
    }

    /** The same form for an entry that is not there yet. */
    Optional<RoleForm> addForm() {
        return form(Optional.empty());
    }

    private Optional<RoleForm> form(Optional<DefaultsLine> line) {
        KnownDefaults now = known;
        return now == null
                ? Optional.empty()
                : roles.get()
                        .map(who ->
                                new DefaultsForm(now, who, schemas, reach.home(), changes())
                                        .of(line, target));
    }

    String title() {
        return TEXTS.text("defaults.title", Names.visible(reach.home()));
    }

    ChangeTarget target() {
        return target;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ObservableList<DefaultsLine> lines() {
        return lines;
    }

    /** Part of an owner, schema, kind, grantee or privilege. */
    StringProperty filter() {
        return filter;
    }

    /** Null for none. */
    ObjectProperty<@Nullable DefaultsLine> selected() {
        return selected;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** Why nothing can be set; empty when something can. */
    ReadOnlyStringProperty addObstacle() {
        return addObstacle.getReadOnlyProperty();
    }

    /** Why the selected line can't be changed; empty when it can. */
    ReadOnlyStringProperty changeObstacle() {
        return changeObstacle.getReadOnlyProperty();
    }

    /** Why the selected line can't be revoked; empty when it can. */
    ReadOnlyStringProperty revokeObstacle() {
        return revokeObstacle.getReadOnlyProperty();
    }
}
