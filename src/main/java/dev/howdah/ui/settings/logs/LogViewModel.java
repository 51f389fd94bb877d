package dev.howdah.ui.settings.logs;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Moments;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.settings.asking.NotOffered;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The newest lines of a server's log, those put away, and what happened to the service. */
final class LogViewModel {
    private static final Texts TEXTS = Texts.of(LogViewModel.class);

    /** Longer ones are cut: a list lays out every character of a line. */
    private static final int MOST_CHARACTERS = 2_000;

    private final Clock clock;
    private final ZoneId zone;
    private final ObservableList<String> shown = FXCollections.observableArrayList();
    private final LiveRows<String, ServiceEvent> events = new LiveRows<>(ServiceEvent::id);
    private final LiveRows<Instant, LogArchive> archives = new LiveRows<>(LogArchive::from);
    private final ReadOnlyObjectWrapper<PanelState> logState =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<PanelState> eventsState =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<PanelState> archivesState =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");
    private List<String> lines = List.of();

    LogViewModel(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        filter.subscribe(_ -> narrow());
    }

    /** How much a line of a PostgreSQL log matters, by the word that the server puts into it. */
    enum Severity {
        USUAL,
        WARNING,
        ERROR;

        static Severity of(String line) {
            if (line.contains("ERROR:") || line.contains("FATAL:") || line.contains("PANIC:")) {
                return ERROR;
            }
            return line.contains("WARNING:") ? WARNING : USUAL;
        }
    }

    void showLog(Reading<List<String>> reading) {
        logState.set(stateOf(reading));
        reading.content()
                .ifPresent(newest -> {
                    List<String> all =
                            newest.stream().map(line -> Lines.one(line, MOST_CHARACTERS)).toList();
                    if (!all.equals(lines)) {
                        lines = all;
                        narrow();
                    }
                });
    }

    void showEvents(Reading<List<ServiceEvent>> reading) {
        eventsState.set(stateOf(reading));
        reading.content().ifPresent(events::show);
    }

    void showArchives(Reading<List<LogArchive>> reading) {
        archivesState.set(stateOf(reading));
        reading.content().ifPresent(archives::show);
    }

    private static PanelState stateOf(Reading<? extends List<?>> reading) {
        return PanelState.of(
                reading, reading.content().map(content -> content.isEmpty()).orElse(false));
    }

    private void narrow() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<String> matching =
                lines.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        if (!matching.equals(shown)) {
            shown.setAll(matching);
        }
        summary.set(
                lines.isEmpty()
                        ? ""
                        : matching.size() == lines.size()
                                ? TEXTS.text("log.all", lines.size())
                                : TEXTS.text("log.some", matching.size(), lines.size()));
    }

    /** Whether the provider offers nothing of all this, so that one reason is enough. */
    BooleanBinding offersNothing() {
        return Bindings.createBooleanBinding(
                () ->
                        Stream.of(logState, eventsState, archivesState)
                                .allMatch(each -> NotOffered.is(each.get())),
                logState,
                eventsState,
                archivesState);
    }

    /** The lines that are shown, as one text. */
    String text() {
        return String.join("\n", shown);
    }

    String moment(Instant at) {
        return Moments.near(at, clock.instant(), zone);
    }

    /** Oldest first. */
    ObservableList<String> lines() {
        return shown;
    }

    ObservableList<LiveRow<ServiceEvent>> events() {
        return events.rows();
    }

    ObservableList<LiveRow<LogArchive>> archives() {
        return archives.rows();
    }

    /** Part of a line. */
    StringProperty filter() {
        return filter;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelState> logState() {
        return logState.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelState> eventsState() {
        return eventsState.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelState> archivesState() {
        return archivesState.getReadOnlyProperty();
    }
}
