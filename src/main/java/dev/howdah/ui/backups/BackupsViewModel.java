package dev.howdah.ui.backups;

import dev.howdah.core.Reading;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.backups.timeline.TimePicture;
import dev.howdah.ui.backups.timeline.TimePictures;
import dev.howdah.ui.backups.timeline.TimeSpan;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What is known about going back: the numbers at the head and the line of time. JavaFX thread. */
final class BackupsViewModel {
    private final Clock clock;
    private final RestorableWords words;
    private Reading<BackupList> backups = Reading.waiting();
    private Reading<RecoveryWindow> window = Reading.waiting();
    private Reading<ArchiveSnapshot> archive = Reading.waiting();
    private List<ServiceEvent> events = List.of();
    private List<ChangeLog.Entry> changes = List.of();
    private List<VitalsSample> samples = List.of();
    private Function<Instant, Judged> lastProof = _ -> Judged.WAITING;
    private final ObjectProperty<TimeSpan> span = new SimpleObjectProperty<>(TimeSpan.ALL);
    private final ObjectProperty<Optional<Instant>> picked =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Judged> restorable =
            new ReadOnlyObjectWrapper<>(Judged.WAITING);
    private final ReadOnlyObjectWrapper<Judged> loss = new ReadOnlyObjectWrapper<>(Judged.WAITING);
    private final ReadOnlyObjectWrapper<Judged> proof = new ReadOnlyObjectWrapper<>(Judged.WAITING);
    private final ReadOnlyObjectWrapper<TimePicture> picture;

    BackupsViewModel(ZoneId zone, Clock clock) {
        this.clock = clock;
        this.words = new RestorableWords(zone);
        this.picture = new ReadOnlyObjectWrapper<>(TimePicture.empty(clock.instant()));
        span.subscribe(this::refresh);
        picked.subscribe(this::refresh);
    }

    void showBackups(Reading<BackupList> reading) {
        backups = reading;
        refresh();
    }

    void showWindow(Reading<RecoveryWindow> reading) {
        window = reading;
        refresh();
    }

    void showArchive(Reading<ArchiveSnapshot> reading) {
        archive = reading;
        refresh();
    }

    void showEvents(Reading<List<ServiceEvent>> reading) {
        reading.content().ifPresent(list -> events = list);
        refresh();
    }

    void showChanges(List<ChangeLog.Entry> newest) {
        changes = newest;
        refresh();
    }

    void showSamples(List<VitalsSample> newest) {
        samples = newest;
        refresh();
    }

    /** The restore that was proven last; empty when none was. */
    void showProof(Optional<RestoreProof> newest) {
        lastProof = now -> RestorableWords.proof(newest, now);
        refresh();
    }

    private void refresh() {
        Instant now = clock.instant();
        restorable.set(words.restorable(window, backups, now));
        loss.set(words.loss(window, backups, archive, now));
        proof.set(lastProof.apply(now));
        picture.set(
                TimePictures.of(
                        new TimePictures.Known(
                                backups.content(), window.content(), events, changes, samples),
                        span.get(),
                        now,
                        picked.get()));
    }

    ReadOnlyObjectProperty<Judged> restorable() {
        return restorable.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Judged> loss() {
        return loss.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Judged> proof() {
        return proof.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TimePicture> picture() {
        return picture.getReadOnlyProperty();
    }

    ObjectProperty<TimeSpan> span() {
        return span;
    }

    /** The moment that is marked on the line. */
    ObjectProperty<Optional<Instant>> picked() {
        return picked;
    }
}
