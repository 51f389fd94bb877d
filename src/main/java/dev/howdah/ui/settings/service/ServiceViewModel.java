package dev.howdah.ui.settings.service;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Moments;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.settings.asking.NotOffered;
import dev.howdah.ui.settings.asking.WorkState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** A service as its provider describes it: its nodes, and when it is worked on. */
final class ServiceViewModel {
    private static final Texts TEXTS = Texts.of(ServiceViewModel.class);

    private final Clock clock;
    private final ZoneId zone;
    private final WindowWords words;
    private final LiveRows<String, ServiceNode> nodes = new LiveRows<>(ServiceNode::id);
    private final LiveRows<String, MaintenanceEntry> entries = new LiveRows<>(MaintenanceEntry::id);
    private final ReadOnlyObjectWrapper<PanelState> nodesState =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<PanelState> entriesState =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<Optional<WorkState>> work =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Fact>> windowFacts =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<Capability, String>> reasons =
            new ReadOnlyObjectWrapper<>(Map.of());
    private Optional<MaintenanceWindow> window = Optional.empty();

    ServiceViewModel(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        this.words = new WindowWords(clock, zone);
    }

    void showEntries(Reading<List<MaintenanceEntry>> reading) {
        entriesState.set(
                PanelState.of(reading, reading.content().map(List::isEmpty).orElse(false)));
        reading.content().ifPresent(entries::show);
    }

    /**
     * @param whyNot why something can't be asked for at this moment; empty when it can
     */
    void working(
            Optional<WorkState> now,
            Reading<ServiceFacts> service,
            Function<Capability, Optional<String>> whyNot) {
        work.set(now);
        nodesState.set(
                PanelState.of(
                        service, service.content().map(s -> s.nodes().isEmpty()).orElse(false)));
        service.content().ifPresent(this::take);
        Map<Capability, String> newest = new EnumMap<>(Capability.class);
        for (Capability each :
                List.of(
                        Capability.MAINTENANCE_WINDOW,
                        Capability.REPLICAS,
                        Capability.PROMOTE,
                        Capability.NODE_FAILURE)) {
            whyNot.apply(each).ifPresent(reason -> newest.put(each, reason));
        }
        if (window.isEmpty()) {
            newest.putIfAbsent(Capability.MAINTENANCE_WINDOW, TEXTS.text("window.none"));
        }
        reasons.set(Map.copyOf(newest));
        windowFacts.set(windowFacts(service.content().isPresent()));
    }

    private void take(ServiceFacts now) {
        nodes.show(now.nodes());
        window = now.window();
        List<Fact> newest = new ArrayList<>();
        newest.add(fact("service.name", now.name()));
        now.region().ifPresent(region -> newest.add(fact("service.region", region)));
        newest.add(fact("service.state", now.providerState()));
        newest.add(fact("service.version", now.version()));
        now.createdAt()
                .ifPresent(at -> newest.add(fact("service.created", Moments.date(at, zone))));
        if (!now.otherFeatures().isEmpty()) {
            newest.add(fact("service.features", String.join(", ", now.otherFeatures())));
        }
        facts.set(List.copyOf(newest));
    }

    /** Nothing is said of a window while the service is not known at all. */
    private List<Fact> windowFacts(boolean isKnown) {
        if (window.isPresent()) {
            return List.of(
                    fact("window.window", words.utc(window.get())),
                    fact("window.here", words.local(window.get())));
        }
        return isKnown ? List.of(fact("window.window", TEXTS.text("window.no"))) : List.of();
    }

    private static Fact fact(String key, String value) {
        return new Fact(TEXTS.text(key), value);
    }

    /** "not yet", or when it was. */
    String moment(Optional<Instant> at) {
        return at.map(moment -> Moments.begun(moment, clock.instant(), zone)).orElse("–");
    }

    /** Whether the provider offers nothing of all this, so that one reason is enough. */
    BooleanBinding offersNothing() {
        return Bindings.createBooleanBinding(
                () -> NotOffered.is(nodesState.get()) && NotOffered.is(entriesState.get()),
                nodesState,
                entriesState);
    }

    /** When maintenance may be done; empty when there is no such thing, or it isn't known. */
    Optional<MaintenanceWindow> window() {
        return window;
    }

    WindowWords words() {
        return words;
    }

    ObservableList<LiveRow<ServiceNode>> nodes() {
        return nodes.rows();
    }

    ObservableList<LiveRow<MaintenanceEntry>> entries() {
        return entries.rows();
    }

    ReadOnlyObjectProperty<PanelState> nodesState() {
        return nodesState.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelState> entriesState() {
        return entriesState.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<WorkState>> work() {
        return work.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Fact>> facts() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Fact>> windowFacts() {
        return windowFacts.getReadOnlyProperty();
    }

    /** Why something can't be asked for; what can be is not in it. */
    ReadOnlyObjectProperty<Map<Capability, String>> reasons() {
        return reasons.getReadOnlyProperty();
    }
}
