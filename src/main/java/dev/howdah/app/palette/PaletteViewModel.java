package dev.howdah.app.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds servers, tabs, roles, parameters and acts by parts of their names. */
public final class PaletteViewModel {
    /** More than this nobody scrolls through; a longer word finds the rest. */
    static final int MAX_SHOWN = 50;

    private final List<PaletteEntry> entries = new ArrayList<>();
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");

    public PaletteViewModel(List<PaletteEntry> entries) {
        this.entries.addAll(entries);
        search.subscribe(_ -> find());
    }

    StringProperty search() {
        return search;
    }

    ObservableList<PaletteEntry> found() {
        return FXCollections.unmodifiableObservableList(found);
    }

    /** What was read from the server after the palette opened: roles, parameters. */
    void add(List<PaletteEntry> more) {
        entries.addAll(more);
        find();
    }

    private void find() {
        String[] words = search.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        found.setAll(
                entries.stream()
                        .filter(entry -> score(entry, words) < Integer.MAX_VALUE)
                        .sorted(Comparator.comparingInt(entry -> score(entry, words)))
                        .limit(MAX_SHOWN)
                        .toList());
    }

    /** Smaller is better: a name that begins with the word, then one that holds it. */
    private static int score(PaletteEntry entry, String[] words) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        String all = name + " " + entry.kind().toLowerCase(Locale.ROOT);
        int score = 0;
        for (String word : words) {
            if (!all.contains(word)) {
                return Integer.MAX_VALUE;
            }
            score += name.startsWith(word) ? 0 : name.contains(word) ? 1 : 2;
        }
        return score;
    }
}
