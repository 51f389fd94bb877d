package dev.howdah.app.rail;

import dev.howdah.core.change.Environment;
import dev.howdah.profile.Profile;
import dev.howdah.ui.notice.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The servers in the rail, grouped by environment, narrowed by the search field. */
public final class RailViewModel {
    private static final Comparator<RailEntry> ORDER =
            Comparator.comparing(RailEntry::environment)
                    .thenComparing(entry -> entry.name().toLowerCase(Locale.ROOT));

    /** A line of the rail. */
    public sealed interface Line {
        /** The name of a group. */
        record Group(Environment environment) implements Line {}

        /** A server in it. */
        record Server(RailEntry entry) implements Line {}
    }

    private final ObservableList<RailEntry> servers = FXCollections.observableArrayList();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RailEntry>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public RailViewModel(RailEntry lab) {
        servers.add(lab);
        search.subscribe(this::arrange);
        arrange();
    }

    public ObservableList<Line> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    public List<RailEntry> servers() {
        return List.copyOf(servers);
    }

    public StringProperty search() {
        return search;
    }

    public ReadOnlyObjectProperty<Optional<RailEntry>> selected() {
        return selected.getReadOnlyProperty();
    }

    public void select(RailEntry entry) {
        selected.set(Optional.of(entry));
    }

    /** No server is chosen, because the window shows something else. */
    public void deselect() {
        selected.set(Optional.empty());
    }

    public Optional<RailEntry> byId(UUID id) {
        return servers.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    public RailEntry lab() {
        return servers.stream().filter(RailEntry::isLab).findFirst().orElseThrow();
    }

    /** Adds the profile, or renews the entry it already has. */
    public RailEntry put(Profile profile) {
        Optional<RailEntry> known = byId(profile.id());
        known.ifPresent(entry -> entry.profile().set(Optional.of(profile)));
        RailEntry entry =
                known.orElseGet(() -> {
                    RailEntry added = RailEntry.of(profile);
                    servers.add(added);
                    return added;
                });
        arrange();
        return entry;
    }

    /** Adds a copy that the lab holds, unless it is there. */
    public void putCopy(UUID id, String name) {
        if (byId(id).isEmpty()) {
            servers.add(RailEntry.ofCopy(id, name));
            arrange();
        }
    }

    public void remove(RailEntry entry) {
        servers.remove(entry);
        if (selected.get().filter(entry::equals).isPresent()) {
            selected.set(Optional.empty());
        }
        arrange();
    }

    /** What the person should know about the list itself. */
    public ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    public void remark(List<Notice> newest) {
        notices.set(List.copyOf(newest));
    }

    private void arrange() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        List<RailEntry> shown =
                servers.stream()
                        .filter(entry -> entry.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .sorted(ORDER)
                        .toList();
        List<Line> arranged = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            List<RailEntry> group =
                    shown.stream().filter(entry -> entry.environment() == environment).toList();
            if (!group.isEmpty()) {
                arranged.add(new Line.Group(environment));
                group.forEach(entry -> arranged.add(new Line.Server(entry)));
            }
        }
        lines.setAll(arranged);
    }
}
