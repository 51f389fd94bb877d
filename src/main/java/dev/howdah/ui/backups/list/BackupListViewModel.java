package dev.howdah.ui.backups.list;

import dev.howdah.core.Operation;
import dev.howdah.core.Reading;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The provider's backups with what was proven about them, and what it works on. JavaFX thread. */
public final class BackupListViewModel {
    private final ZoneId zone;
    private final Clock clock;
    private Reading<BackupList> backups = Reading.waiting();
    private ProvenBackups proven = ProvenBackups.NONE;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ServiceFacts>> service =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LiveRows<String, BackupLine> lines = new LiveRows<>(line -> line.backup().id());

    public BackupListViewModel(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public void showBackups(Reading<BackupList> reading) {
        backups = reading;
        refresh();
    }

    /** What earlier restores and downloads have proven, also before a restart. */
    public void showProven(ProvenBackups kept) {
        proven = kept;
        refresh();
    }

    public void showFacts(Reading<ServiceFacts> reading) {
        service.set(reading.content());
    }

    /** What the provider works on, as remarks above the table. */
    public void showOperations(Reading<List<Operation>> reading) {
        notices.set(OperationNotices.of(reading.content().orElse(List.of()), clock.instant()));
    }

    private void refresh() {
        Instant now = clock.instant();
        Optional<List<BackupLine>> known = backups.content().map(list -> lines(list, now));
        state.set(PanelState.of(backups, known.map(List::isEmpty).orElse(false)));
        known.ifPresent(lines::show);
    }

    private List<BackupLine> lines(BackupList list, Instant now) {
        return list.entries().stream()
                .map(each -> BackupLine.of(each, proven.of(each.id(), now, zone), now, zone))
                .toList();
    }

    public ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** Empty until the provider has told about the service. */
    ReadOnlyObjectProperty<Optional<ServiceFacts>> service() {
        return service.getReadOnlyProperty();
    }

    ObservableList<LiveRow<BackupLine>> lines() {
        return lines.rows();
    }

    /** As it was last read; empty when it never was. */
    Optional<BackupList> backupList() {
        return backups.content();
    }
}
