package dev.howdah.ui.overview.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.ui.Fact;
import dev.howdah.ui.panel.PanelState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The provider's service on the Overview. */
class ServiceViewModelTest {
    private static final Problem SLOW =
            Problem.of(Problem.Kind.TIMED_OUT, "Scalingo does not answer.", "Wait.");

    private final ServiceViewModel model = new ServiceViewModel("Scalingo");

    private static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, Instant.EPOCH);
    }

    @Test
    void tellsStatePromisesPriceNodesAndWindow() {
        model.showPlans(fresh(SomeServices.plans()));
        model.showFacts(fresh(SomeServices.running()));

        assertEquals(
                List.of(
                        new Fact("Provider", "Scalingo: shop in osc-fr1"),
                        new Fact("State", "running"),
                        new Fact("Plan", "Business 1024M"),
                        new Fact(
                                "Promises",
                                "180 connections · 2 nodes · 1.00 GB of memory · 20.0 GB of disk"
                                        + " · back in time for 7 d"),
                        new Fact("Price", "118.00 EUR for 30 days"),
                        new Fact("Nodes", "a leader and 1 standby, 1 of them not running"),
                        new Fact("Maintenance", "Tuesday from 22:00 UTC, 8 h")),
                model.facts().get());
    }

    @Test
    void withoutThePlansItTellsTheRest() {
        model.showPlans(new Reading.Unavailable<>(SLOW));
        model.showFacts(fresh(SomeServices.running()));

        assertEquals(new Fact("Plan", "postgresql-business-1024"), model.facts().get().get(2));
        assertEquals(5, model.facts().get().size());
    }

    @Test
    void aWordOfTheProviderThatNobodyKnowsIsNotCalledRunning() {
        model.showFacts(
                fresh(
                        SomeServices.service(
                                ServiceState.UNKNOWN, "re-imaging", Optional.of("op-7"))));

        assertEquals(
                new Fact("State", "re-imaging; the provider works on op-7"),
                model.facts().get().get(1));
    }

    @Test
    void aProviderThatDoesNotAnswerLeavesWhatWasSeenAndSaysSo() {
        model.showFacts(fresh(SomeServices.running()));
        model.showFacts(new Reading.Stale<>(SomeServices.running(), Instant.EPOCH, SLOW));

        assertEquals(PanelState.Phase.STALE, model.state().get().phase());
        assertEquals(new Fact("State", "running"), model.facts().get().get(1));
    }
}
