package dev.howdah.ui.overview.facts;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The parameters one asks for first. */
public final class ParametersViewModel {
    private static final Texts TEXTS = Texts.of(ParametersViewModel.class);

    private final LiveRows<String, SettingRow> rows = new LiveRows<>(SettingRow::name);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());

    public void show(Reading<ServerFacts> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(known -> rows.show(known.settings()));
    }

    /** The exact value: "4 MB" where a size would say 4.00 MB, and what turns a limit off. */
    static String valueText(SettingRow setting) {
        boolean isOff =
                (setting.name().endsWith("_timeout") && setting.rawValue().equals("0"))
                        || (setting.name().startsWith("log_min_duration")
                                && setting.rawValue().equals("-1"));
        return isOff
                ? TEXTS.text("parameters.off", setting.rawValue())
                : setting.value()
                        .replaceFirst("(\\.\\d*?)0+(?= )", "$1")
                        .replaceFirst("\\.(?= )", "");
    }

    ObservableList<LiveRow<SettingRow>> rows() {
        return rows.rows();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }
}
