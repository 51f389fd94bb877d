package dev.howdah.ui.backups.archive;

import dev.howdah.core.Reading;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** What would be lost, and the facts behind it. */
final class ArchiveViewModel {
    private final ArchiveWords words;
    private final ArchiveFacts archiveFacts;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<Notice> headline =
            new ReadOnlyObjectWrapper<>(Notice.of(Notice.Level.INFO, ""));
    private final ReadOnlyObjectWrapper<List<Notice>> findings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<WalStretch>> stretch =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LiveRows<String, ArchiveFact> facts = new LiveRows<>(ArchiveFact::name);
    private final LiveRows<Integer, ReceiverLine> receivers = new LiveRows<>(ReceiverLine::pid);

    /**
     * @param zone in which moments are shown
     */
    ArchiveViewModel(ZoneId zone) {
        this.words = new ArchiveWords(zone);
        this.archiveFacts = new ArchiveFacts(zone);
    }

    void show(Reading<ArchiveSnapshot> reading) {
        state.set(PanelState.of(reading, false));
        boolean stale = state.get().phase() == PanelState.Phase.STALE;
        reading.content().ifPresent(seen -> take(seen, stale));
    }

    private void take(ArchiveSnapshot seen, boolean stale) {
        headline.set(words.headline(seen, stale));
        findings.set(ArchiveFindings.of(seen));
        stretch.set(archiveFacts.stretch(seen));
        facts.show(archiveFacts.facts(seen));
        receivers.show(ArchiveFacts.receivers(seen));
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** The sentence of the tab. */
    ReadOnlyObjectProperty<Notice> headline() {
        return headline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Empty when there is nothing to draw. */
    ReadOnlyObjectProperty<Optional<WalStretch>> stretch() {
        return stretch.getReadOnlyProperty();
    }

    ObservableList<LiveRow<ArchiveFact>> facts() {
        return facts.rows();
    }

    ObservableList<LiveRow<ReceiverLine>> receivers() {
        return receivers.rows();
    }
}
