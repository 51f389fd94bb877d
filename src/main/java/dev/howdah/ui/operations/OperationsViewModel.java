package dev.howdah.ui.operations;

import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All that providers work on, those of the server in front first. UI thread only. */
public final class OperationsViewModel {
    private static final Texts TEXTS = Texts.of(OperationsViewModel.class);

    /** A progress that nobody tells, as progress bars have it. */
    static final double UNTOLD = -1;

    private final Clock clock;
    private final List<OperationSource> sources = new ArrayList<>();
    private final ObservableList<OperationLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timing = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNTOLD);
    private final ReadOnlyBooleanWrapper unsure = new ReadOnlyBooleanWrapper();
    private Optional<ServerOperations> front = Optional.empty();

    public OperationsViewModel(Clock clock) {
        this.clock = clock;
    }

    public void add(ServerOperations server) {
        sources.add(server);
        arrange();
    }

    /** Of what is worked on here, this tells more than a server that asked for it. */
    public void add(LocalWork work) {
        sources.addFirst(work);
        arrange();
    }

    public void remove(LocalWork work) {
        sources.remove(work);
        arrange();
    }

    public void remove(ServerOperations server) {
        sources.remove(server);
        front = front.filter(each -> !each.equals(server));
        arrange();
    }

    /** Whose operations come first; empty on the start pages. */
    public void front(Optional<ServerOperations> server) {
        front = server;
        arrange();
    }

    /** Something looks otherwise. */
    public void arrange() {
        Comparator<OperationLine> order =
                Comparator.comparing((OperationLine line) -> !isInFront(line))
                        .thenComparing(line -> line.operation().askedAt());
        Set<UUID> seen = new HashSet<>();
        List<OperationLine> newest =
                sources.stream()
                        .flatMap(each -> each.lines().stream())
                        .filter(line -> seen.add(line.operation().id()))
                        .sorted(order)
                        .toList();
        if (!newest.equals(lines)) {
            lines.setAll(newest);
        }
        tick();
    }

    private boolean isInFront(OperationLine line) {
        return front.filter(line.owner()::equals).isPresent();
    }

    /** Time has passed: what says how long is said anew. */
    public void tick() {
        Instant now = clock.instant();
        unsure.set(lines.stream().anyMatch(OperationLine::isUnsure));
        progress.set(lines.isEmpty() ? UNTOLD : lines.getFirst().progress().orElse(UNTOLD));
        headline.set(
                switch (lines.size()) {
                    case 0 -> "";
                    case 1 -> lines.getFirst().headline();
                    default -> TEXTS.text("headline.several", lines.size());
                });
        timing.set(
                switch (lines.size()) {
                    case 0 -> "";
                    case 1 -> lines.getFirst().timing(now);
                    default ->
                            unsure.get()
                                    ? TEXTS.text(
                                            "timing.severalUnsure",
                                            lines.stream().filter(OperationLine::isUnsure).count())
                                    : lines.getFirst().timing(now);
                });
    }

    Instant now() {
        return clock.instant();
    }

    ObservableList<OperationLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /** For the status line; empty while nothing is under way. */
    public ReadOnlyStringProperty headline() {
        return headline.getReadOnlyProperty();
    }

    /** Beside the headline: "3/5, 2 min"; of several that of the first. */
    public ReadOnlyStringProperty timing() {
        return timing.getReadOnlyProperty();
    }

    /** Of the first one, 0 to 1; below 0 when nobody tells. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Whether of any of them it is not known if the provider got it. */
    public ReadOnlyBooleanProperty unsure() {
        return unsure.getReadOnlyProperty();
    }
}
