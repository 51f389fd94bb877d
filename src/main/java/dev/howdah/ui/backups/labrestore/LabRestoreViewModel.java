package dev.howdah.ui.backups.labrestore;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Names;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopy;
import dev.howdah.ui.notice.Notice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The copy that is being made in the lab, and what is known of the chosen one. JavaFX thread. */
public final class LabRestoreViewModel {
    private static final Texts TEXTS = Texts.of(LabRestoreViewModel.class);

    private final Clock clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Optional<CopiesInLab.Making>> making =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Notice>> news = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RestoredCopy>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");

    public LabRestoreViewModel(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    void showMaking(Optional<CopiesInLab.Making> now) {
        making.set(now);
        if (now.isPresent()) {
            news.set(List.of());
        }
    }

    /** The copy that the page is about; the lab may hold it or not. */
    public void choose(Optional<RestoredCopy> copy) {
        chosen.set(copy.filter(each -> each.inLab().isPresent()));
        facts.set(chosen.get().map(this::words).orElse(""));
    }

    private String words(RestoredCopy copy) {
        Instant now = clock.instant();
        RestoredCopy.InLab inLab = copy.inLab().orElseThrow();
        String moment =
                copy.restoredTo()
                        .map(at -> TEXTS.text("lab.restoredTo", Moments.near(at, now, zone)))
                        .orElseGet(() -> TEXTS.text("lab.ofFile"));
        return TEXTS.text(
                "lab.facts",
                moment,
                Moments.begun(inLab.madeAt(), now, zone),
                copy.took().map(Quantities::duration).orElse(""),
                Quantities.bytes((double) inLab.bytes()));
    }

    /** The copy that was awaited could not be made. */
    void showFailed(String sentence) {
        news.set(List.of(Notice.of(Notice.Level.WARNING, sentence)));
    }

    /** The copy that was awaited is there. */
    void showReady(RestoredCopy copy) {
        news.set(
                List.of(
                        new Notice(
                                Notice.Level.GOOD,
                                TEXTS.text("lab.ready", Names.visible(copy.name())),
                                TEXTS.text("lab.ready.advice"))));
    }

    /** The copy that was made for a proof has served. */
    void showProven(RestoredCopy copy) {
        String size =
                Quantities.bytes((double) copy.inLab().map(RestoredCopy.InLab::bytes).orElse(0L));
        news.set(
                List.of(
                        new Notice(
                                Notice.Level.INFO,
                                TEXTS.text("lab.served", Names.visible(copy.name()), size),
                                TEXTS.text("lab.served.advice"))));
    }

    void forgetNews() {
        news.set(List.of());
    }

    /** Empty while none is made. */
    ReadOnlyObjectProperty<Optional<CopiesInLab.Making>> making() {
        return making.getReadOnlyProperty();
    }

    /** How the last one ended; empty when it needs no word. */
    ReadOnlyObjectProperty<List<Notice>> news() {
        return news.getReadOnlyProperty();
    }

    /** The chosen copy, if the lab holds it. */
    ReadOnlyObjectProperty<Optional<RestoredCopy>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** What is known of the chosen copy; empty unless the lab holds it. */
    ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }
}
