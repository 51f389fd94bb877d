package dev.howdah.ui.settings.plan;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.health.plan.PlanLoad;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.settings.asking.WorkState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The plans of a provider, and what going to the one that is looked at would mean. */
final class PlanViewModel {
    private static final Texts TEXTS = Texts.of(PlanViewModel.class);

    private final Clock clock;
    private final ZoneId zone;
    private final LiveRows<String, PlanLine> rows = new LiveRows<>(line -> line.plan().id());
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<Optional<WorkState>> work =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PlanComparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> whyNot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<PlanOffer> present = Optional.empty();
    private Optional<String> inTheWay = Optional.empty();
    private PlanLoad load = PlanLoad.UNKNOWN;
    private String looked = "";

    PlanViewModel(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    void show(Reading<List<PlanOffer>> reading) {
        state.set(PanelState.of(reading, reading.content().map(List::isEmpty).orElse(false)));
        reading.content().ifPresent(this::take);
    }

    private void take(List<PlanOffer> offers) {
        present = offers.stream().filter(PlanOffer::current).findFirst();
        rows.show(offers.stream().map(this::line).toList());
        summary.set(
                present.map(offer -> TEXTS.text("plan.summary", offer.plan().title())).orElse(""));
        if (rows.row(looked).isEmpty()) {
            looked = present.map(offer -> offer.plan().id()).orElse("");
        }
        compare();
    }

    private PlanLine line(PlanOffer offer) {
        return new PlanLine(
                offer,
                PlanLine.difference(
                        present.flatMap(each -> each.plan().price()), offer.plan().price()));
    }

    /** What was measured lately, as far as it was. */
    void measured(PlanLoad newest) {
        if (!newest.equals(load)) {
            load = newest;
            compare();
        }
    }

    /**
     * @param now what the provider is doing
     * @param reason why no plan can be asked for at this moment; empty when one can
     */
    void working(Optional<WorkState> now, Optional<String> reason) {
        work.set(now);
        inTheWay = reason;
        compare();
    }

    /** Looks at the plan of this line; nothing changes nothing. */
    void look(@Nullable LiveRow<PlanLine> row) {
        if (row != null) {
            looked = row.get().plan().id();
            compare();
        }
    }

    private void compare() {
        comparison.set(
                rows.row(looked)
                        .map(row ->
                                PlanComparison.of(
                                        present, row.get(), load, clock.instant(), zone)));
        whyNot.set(comparison.get().flatMap(PlanComparison::whyNot).or(() -> inTheWay));
    }

    /** Why the plan that is looked at can't be asked for; empty when it can. */
    ReadOnlyObjectProperty<Optional<String>> whyNot() {
        return whyNot.getReadOnlyProperty();
    }

    /** The plan that is looked at. */
    Optional<PlanOffer> chosen() {
        return rows.row(looked).map(row -> row.get().offer());
    }

    /** The row that is looked at. */
    Optional<LiveRow<PlanLine>> chosenRow() {
        return rows.row(looked);
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** In the provider's order. */
    ObservableList<LiveRow<PlanLine>> lines() {
        return rows.rows();
    }

    /** Empty while no plan is known. */
    ReadOnlyObjectProperty<Optional<PlanComparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<WorkState>> work() {
        return work.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
