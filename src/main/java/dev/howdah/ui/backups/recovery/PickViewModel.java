package dev.howdah.ui.backups.recovery;

import dev.howdah.backup.RestoreTime;
import dev.howdah.provider.backup.RecoveryWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The moment to go back to, typed or picked on the line of time. JavaFX thread. */
public final class PickViewModel {
    private final ZoneId zone;
    private final Clock clock;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<PickedTime> picked;
    private Optional<RecoveryWindow> window = Optional.empty();

    public PickViewModel(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
        this.picked = new ReadOnlyObjectWrapper<>(judged());
        text.subscribe(this::judge);
    }

    public void showWindow(Optional<RecoveryWindow> newest) {
        window = newest;
        judge();
    }

    /** Takes over a moment from the line of time or from a choice. */
    public void pick(Instant moment) {
        text.set(RestoreTime.text(moment, zone));
    }

    /** In which one can go back; empty when none is known. */
    Optional<RecoveryWindow> window() {
        return window;
    }

    private void judge() {
        picked.set(judged());
    }

    private PickedTime judged() {
        return PickedTime.of(text.get(), window, zone, clock.instant());
    }

    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<PickedTime> picked() {
        return picked.getReadOnlyProperty();
    }

    /** What stands in the field, whether one can go back there or not; for the mark on the line. */
    public Optional<Instant> moment() {
        return RestoreTime.of(text.get(), zone) instanceof RestoreTime.Exact(Instant moment)
                ? Optional.of(moment)
                : Optional.empty();
    }
}
