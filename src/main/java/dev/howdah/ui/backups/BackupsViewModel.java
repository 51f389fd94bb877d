package dev.howdah.ui.backups;

import dev.howdah.core.ChangeLog;
import dev.howdah.core.Operation;
import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.LiveRow;
import dev.howdah.ui.LiveRows;
import dev.howdah.ui.Notice;
import dev.howdah.ui.PanelState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * What is known about going back: the numbers at the head, the line of time, the backups. JavaFX
 * thread.
 */
final class BackupsViewModel {
    private static final Texts TEXTS = Texts.of(BackupsViewModel.class);

    private final ZoneId zone;
    private final Clock clock;
    private final RestorableWords words;
    private Reading<BackupList> backups = Reading.waiting();
    private Reading<RecoveryWindow> window = Reading.waiting();
    private Reading<ArchiveSnapshot> archive = Reading.waiting();
    private Reading<ServiceFacts> facts = Reading.waiting();
    private List<ServiceEvent> events = List.of();
    private List<ChangeLog.Entry> changes = List.of();
    private List<VitalsSample> samples = List.of();
    private Optional<LastProof> lastProof = Optional.empty();
    private Proven.Kept proven = Proven.Kept.NOTHING;
    private final ObjectProperty<TimeSpan> span = new SimpleObjectProperty<>(TimeSpan.ALL);
    private final ObjectProperty<Optional<Instant>> picked =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Judged> restorable =
            new ReadOnlyObjectWrapper<>(new Judged(Notice.Level.INFO, "…", ""));
    private final ReadOnlyObjectWrapper<Judged> loss =
            new ReadOnlyObjectWrapper<>(new Judged(Notice.Level.INFO, "…", ""));
    private final ReadOnlyObjectWrapper<Judged> proof =
            new ReadOnlyObjectWrapper<>(new Judged(Notice.Level.INFO, "…", ""));
    private final ReadOnlyObjectWrapper<TimePicture> picture;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ServiceFacts>> service =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LiveRows<String, BackupLine> lines = new LiveRows<>(line -> line.backup().id());

    /**
     * The last restore that was proven.
     *
     * @param passed whether everything in it held
     * @param took how long the restore lasted; empty when nobody measured
     */
    record LastProof(Instant at, boolean passed, Optional<Duration> took) {}

    BackupsViewModel(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
        this.words = new RestorableWords(zone);
        this.picture = new ReadOnlyObjectWrapper<>(TimePicture.empty(clock.instant()));
        span.subscribe(this::refresh);
        picked.subscribe(this::refresh);
    }

    void showBackups(Reading<BackupList> reading) {
        backups = reading;
        refresh();
        refreshLines();
    }

    void showWindow(Reading<RecoveryWindow> reading) {
        window = reading;
        refresh();
    }

    void showArchive(Reading<ArchiveSnapshot> reading) {
        archive = reading;
        refresh();
    }

    void showFacts(Reading<ServiceFacts> reading) {
        facts = reading;
        service.set(facts.content());
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

    void showProof(Optional<LastProof> newest) {
        lastProof = newest;
        refresh();
    }

    /** What the provider works on, as remarks above the table. */
    void showOperations(Reading<List<Operation>> reading) {
        Instant now = clock.instant();
        List<Notice> remarks = new ArrayList<>();
        for (Operation operation : reading.content().orElse(List.of())) {
            boolean isOurs =
                    operation.act() == Operation.Act.BACKUP
                            || operation.act() == Operation.Act.BACKUP_SCHEDULE
                            || operation.act() == Operation.Act.RECOVERY;
            if (isOurs) {
                remark(operation, now).ifPresent(remarks::add);
            }
        }
        notices.set(List.copyOf(remarks));
    }

    private static Optional<Notice> remark(Operation operation, Instant now) {
        String progress =
                operation.progressPct().isPresent()
                        ? " " + Quantities.percent(operation.progressPct().getAsInt())
                        : "";
        if (!operation.state().ended()) {
            return Optional.of(
                    new Notice(
                            operation.state().mayBeUnsent()
                                    ? Notice.Level.WARNING
                                    : Notice.Level.INFO,
                            TEXTS.text(
                                            "operation.underWay",
                                            operation.title(),
                                            Quantities.duration(
                                                    Duration.between(operation.askedAt(), now)))
                                    + progress,
                            operation.sentence()));
        }
        boolean isNews =
                operation
                        .endedAt()
                        .map(at -> Duration.between(at, now).toMinutes() < 60)
                        .orElse(false);
        boolean isBad =
                operation.state() == Operation.State.FAILED
                        || operation.state() == Operation.State.PARTLY;
        return isNews && isBad
                ? Optional.of(
                        new Notice(
                                Notice.Level.DANGER,
                                TEXTS.text("operation.failed", operation.title()),
                                operation.sentence()))
                : Optional.empty();
    }

    /** What earlier restores and downloads have proven, also before a restart. */
    void showProven(Proven.Kept kept) {
        proven = kept;
        refreshLines();
    }

    private void refresh() {
        Instant now = clock.instant();
        restorable.set(words.restorable(window, backups, now));
        loss.set(words.loss(window, backups, archive, now));
        proof.set(lastProof.map(last -> words(last, now)).orElseGet(BackupsViewModel::never));
        picture.set(
                TimePictures.of(
                        new TimePictures.Known(
                                backups.content(), window.content(), events, changes, samples),
                        span.get(),
                        now,
                        picked.get()));
    }

    private static Judged never() {
        return new Judged(
                Notice.Level.WARNING, TEXTS.text("proof.never"), TEXTS.text("proof.never.more"));
    }

    private static Judged words(LastProof last, Instant now) {
        String ago = TEXTS.text("ago", Quantities.duration(Duration.between(last.at(), now)));
        String took =
                last.took()
                        .map(time -> TEXTS.text("proof.took", ago, Quantities.duration(time)))
                        .orElse(ago);
        return new Judged(
                last.passed() ? Notice.Level.GOOD : Notice.Level.DANGER,
                last.passed() ? took : TEXTS.text("proof.failed", ago),
                TEXTS.text("proof.more"));
    }

    private void refreshLines() {
        Instant now = clock.instant();
        state.set(
                PanelState.of(
                        backups, backups.content().map(l -> l.entries().isEmpty()).orElse(false)));
        backups.content()
                .ifPresent(list ->
                        lines.show(
                                list.entries().stream()
                                        .map(each ->
                                                BackupLine.of(
                                                        each,
                                                        proven.of(each.id(), now, zone),
                                                        now,
                                                        zone))
                                        .toList()));
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

    ReadOnlyObjectProperty<PanelState> state() {
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

    Optional<BackupList> backupList() {
        return backups.content();
    }

    Optional<RecoveryWindow> recoveryWindow() {
        return window.content();
    }
}
