package dev.howdah.app;

import dev.howdah.core.Environment;
import dev.howdah.profile.Profile;
import dev.howdah.ui.Notice;
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
final class RailViewModel {
    private static final Comparator<RailEntry> ORDER =
            Comparator.comparing(RailEntry::environment)
                    .thenComparing(entry -> entry.name().toLowerCase(Locale.ROOT));

    /** A line of the rail. */
    sealed interface Line {
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

    RailViewModel(RailEntry lab) {
        servers.add(lab);
        search.subscribe(this::arrange);
        arrange();
    }

    ObservableList<Line> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    List<RailEntry> servers() {
        return List.copyOf(servers);
    }

    StringProperty search() {
        return search;
    }

    ReadOnlyObjectProperty<Optional<RailEntry>> selected() {
        return selected.getReadOnlyProperty();
    }

    void select(RailEntry entry) {
        selected.set(Optional.of(entry));
    }

    /** No server is chosen, because the window shows something else. */
    void deselect() {
        selected.set(Optional.empty());
    }

    Optional<RailEntry> byId(UUID id) {
        return servers.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    RailEntry lab() {
        return servers.stream().filter(RailEntry::isLab).findFirst().orElseThrow();
    }

    /** Adds the profile, or renews the entry it already has. */
    RailEntry put(Profile profile) {
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
    void putCopy(UUID id, String name) {
        if (byId(id).isEmpty()) {
            servers.add(RailEntry.ofCopy(id, name));
            arrange();
        }
    }

    void remove(RailEntry entry) {
        servers.remove(entry);
        if (selected.get().filter(entry::equals).isPresent()) {
            selected.set(Optional.empty());
        }
        arrange();
    }

    /** What the person should know about the list itself. */
    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    void remark(List<Notice> newest) {
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
