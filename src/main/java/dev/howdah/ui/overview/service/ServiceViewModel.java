package dev.howdah.ui.overview.service;

import dev.howdah.core.Reading;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.ui.Fact;
import dev.howdah.ui.panel.PanelState;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the provider says of the service, and what its plan promises. */
public final class ServiceViewModel {
    private final String provider;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<ServiceFacts> service = Optional.empty();
    private List<PlanOffer> plans = List.of();

    /**
     * @param provider as people call it
     */
    public ServiceViewModel(String provider) {
        this.provider = provider;
    }

    public void showFacts(Reading<ServiceFacts> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(known -> service = Optional.of(known));
        show();
    }

    /** The plan's promises; without them the card shows the rest. */
    public void showPlans(Reading<List<PlanOffer>> reading) {
        reading.content().ifPresent(known -> plans = known);
        show();
    }

    private void show() {
        service.ifPresent(known -> facts.set(ServiceWords.facts(provider, known, plans)));
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Fact>> facts() {
        return facts.getReadOnlyProperty();
    }
}
