package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.ui.LiveRow;
import dev.howdah.ui.LiveRows;
import dev.howdah.ui.PanelState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The parameters one asks for first. */
final class ParametersViewModel {
    private final LiveRows<String, SettingRow> rows = new LiveRows<>(SettingRow::name);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());

    void show(Reading<ServerFacts> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(known -> rows.show(known.settings()));
    }

    ObservableList<LiveRow<SettingRow>> rows() {
        return rows.rows();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }
}
