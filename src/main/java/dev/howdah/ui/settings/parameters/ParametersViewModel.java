package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingsSnapshot;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The parameters of a server, searched and filtered, and the one that is looked at. */
final class ParametersViewModel {
    private static final Texts TEXTS = Texts.of(ParametersViewModel.class);

    private final LiveRows<String, Setting> rows = new LiveRows<>(Setting::name);
    private final FilteredList<LiveRow<Setting>> filtered = new FilteredList<>(rows.rows());
    private final SortedList<LiveRow<Setting>> lines = new SortedList<>(filtered);
    private final ParameterFilter filter = new ParameterFilter(this::narrow);
    private final ObservableList<String> categories = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper changedLabel = new ReadOnlyStringWrapper(label(0));
    private final ReadOnlyStringWrapper pendingLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ParameterDetail> detail =
            new ReadOnlyObjectWrapper<>();
    private Optional<SettingsSnapshot> newest = Optional.empty();
    private String looked = "";

    void show(Reading<SettingsSnapshot> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(this::take);
    }

    private void take(SettingsSnapshot snapshot) {
        newest = Optional.of(snapshot);
        rows.show(snapshot.settings());
        showCategories(snapshot.settings());
        changedLabel.set(label(count(snapshot, true)));
        pendingLabel.set(TEXTS.text("parameters.pending", count(snapshot, false)));
        notices.set(
                snapshot.someHidden()
                        ? List.of(
                                new Notice(
                                        Notice.Level.INFO,
                                        TEXTS.text("parameters.hidden"),
                                        TEXTS.text("parameters.hidden.advice")))
                        : List.of());
        summarize();
        showDetail();
    }

    private static String label(long changed) {
        return TEXTS.text("parameters.changed", changed);
    }

    private static long count(SettingsSnapshot snapshot, boolean changed) {
        return snapshot.settings().stream()
                .filter(setting -> changed ? setting.isChanged() : setting.pendingRestart())
                .count();
    }

    /** Categories and, before them, the wider ones they belong to. */
    private void showCategories(List<Setting> settings) {
        TreeSet<String> all = new TreeSet<>();
        for (Setting setting : settings) {
            all.add(setting.category());
            all.add(setting.category().split(" / ", 2)[0]);
        }
        all.add("");
        if (!List.copyOf(all).equals(categories)) {
            String chosen = filter.category().get();
            categories.setAll(all);
            filter.category().set(all.contains(chosen) ? chosen : "");
        }
    }

    private void narrow() {
        filtered.setPredicate(row -> filter.matches(row.get()));
        summarize();
    }

    private void summarize() {
        int all = rows.rows().size();
        summary.set(
                lines.size() == all
                        ? TEXTS.text("parameters.all", all)
                        : TEXTS.text("parameters.some", lines.size(), all));
    }

    /** Looks at the parameter of this line; nothing changes nothing. */
    void look(@Nullable LiveRow<Setting> row) {
        if (row != null) {
            looked = row.get().name();
            showDetail();
        }
    }

    private void showDetail() {
        ParameterDetail newest =
                rows.row(looked).map(row -> ParameterWords.detail(row.get())).orElse(null);
        if (newest == null || !newest.equals(detail.get())) {
            detail.set(newest);
        }
    }

    /** The parameter that is looked at; empty while none is. */
    Optional<Setting> chosen() {
        return rows.row(looked).map(LiveRow::get);
    }

    /** All of them as they were read last; empty before. */
    Optional<SettingsSnapshot> newest() {
        return newest;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ObservableList<LiveRow<Setting>> lines() {
        return lines;
    }

    /** The comparator of the columns; null leaves the server's order. */
    ObjectProperty<@Nullable Comparator<? super LiveRow<Setting>>> order() {
        return lines.comparatorProperty();
    }

    ParameterFilter filter() {
        return filter;
    }

    /** To choose from; the first one is empty and means all. */
    ObservableList<String> categories() {
        return categories;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** "12 changed". */
    ReadOnlyStringProperty changedLabel() {
        return changedLabel.getReadOnlyProperty();
    }

    /** "1 restart pending". */
    ReadOnlyStringProperty pendingLabel() {
        return pendingLabel.getReadOnlyProperty();
    }

    /** What the list as a whole needs to have said. */
    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** Null while nothing is looked at. */
    ReadOnlyObjectProperty<@Nullable ParameterDetail> detail() {
        return detail.getReadOnlyProperty();
    }
}
