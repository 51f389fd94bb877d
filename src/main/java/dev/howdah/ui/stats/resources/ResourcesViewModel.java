package dev.howdah.ui.stats.resources;

import dev.howdah.core.Reading;
import dev.howdah.provider.service.Metric;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The measures of a service, those of the whole first, then node by node. */
final class ResourcesViewModel {
    /** More than any service has; a provider's answer may be anything. */
    private static final int MOST = 500;

    private static final Comparator<Metric> ORDER =
            Comparator.comparing((Metric metric) -> metric.node().orElse(""))
                    .thenComparing(Metric::kind);

    private final LiveRows<List<Object>, Metric> metrics =
            new LiveRows<>(metric -> List.of(metric.kind(), metric.node()));
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());

    void show(Reading<List<Metric>> reading) {
        state.set(PanelState.of(reading, reading.content().map(List::isEmpty).orElse(false)));
        reading.content()
                .ifPresent(now -> metrics.show(now.stream().sorted(ORDER).limit(MOST).toList()));
    }

    ObservableList<LiveRow<Metric>> metrics() {
        return metrics.rows();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }
}
