package dev.howdah.ui.backups.list;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupEntry.State;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.ui.Moments;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The provider's backups with what was proven about them, and what it works on. JavaFX thread. */
public final class BackupListViewModel {
    private static final Texts TEXTS = Texts.of(BackupListViewModel.class);

    private final ZoneId zone;
    private final Clock clock;
    private Reading<BackupList> backups = Reading.waiting();
    private ProvenBackups proven = ProvenBackups.NONE;
    private List<Notice> ofOperations = List.of();
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
        remark();
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
        ofOperations = OperationNotices.of(reading.content().orElse(List.of()), clock.instant());
        remark();
    }

    /** An operation that is told of says more than the list. */
    private void remark() {
        notices.set(ofOperations.isEmpty() ? newestFailed().stream().toList() : ofOperations);
    }

    private Optional<Notice> newestFailed() {
        return backups.content().map(BackupList::entries).orElse(List.of()).stream()
                .filter(each -> each.state() == State.DONE || each.state() == State.FAILED)
                .max(Comparator.comparing(BackupEntry::createdAt))
                .filter(each -> each.state() == State.FAILED)
                .map(each ->
                        new Notice(
                                Notice.Level.WARNING,
                                TEXTS.text(
                                                "backups.newestFailed",
                                                Moments.begun(
                                                        each.createdAt(), clock.instant(), zone),
                                                each.failure().orElse(""))
                                        .strip(),
                                TEXTS.text("backups.newestFailed.advice")));
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
