package dev.howdah.ui.settings.version;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.health.plan.UpgradeCheck;
import dev.howdah.pg.server.UpgradeFacts;
import dev.howdah.pg.settings.ExtensionsSnapshot;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.settings.asking.WorkState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The versions one may go to, and what the one that is looked at would meet. */
final class VersionViewModel {
    private static final Texts TEXTS = Texts.of(VersionViewModel.class);

    private final LiveRows<String, VersionOffer> rows = new LiveRows<>(VersionOffer::id);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<Optional<WorkState>> work =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VersionOffer>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Notice>> checks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> whyNot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private Optional<UpgradeFacts> facts = Optional.empty();
    private Optional<ExtensionsSnapshot> extensions = Optional.empty();
    private String looked = "";

    void show(Reading<List<VersionOffer>> reading) {
        state.set(PanelState.of(reading, reading.content().map(List::isEmpty).orElse(false)));
        reading.content()
                .ifPresent(offers -> {
                    rows.show(offers);
                    if (rows.row(looked).isEmpty()) {
                        looked = offers.stream().map(VersionOffer::id).findFirst().orElse("");
                    }
                    check();
                });
    }

    /** What was read with trouble, or long ago, counts as not looked at. */
    void showFacts(Reading<UpgradeFacts> reading) {
        facts = fresh(reading);
        check();
    }

    void showExtensions(Reading<ExtensionsSnapshot> reading) {
        extensions = fresh(reading);
        check();
    }

    private static <T> Optional<T> fresh(Reading<T> reading) {
        return reading instanceof Reading.Fresh<T>(T value, var _)
                ? Optional.of(value)
                : Optional.empty();
    }

    /**
     * @param reason why no upgrade can be asked for at this moment; empty when one can
     */
    void working(Optional<WorkState> now, Optional<String> reason, Reading<ServiceFacts> service) {
        work.set(now);
        whyNot.set(reason);
        current.set(
                service.content()
                        .map(known -> TEXTS.text("version.current", known.version()))
                        .orElse(""));
    }

    /** Looks at the version of this line; nothing changes nothing. */
    void look(@Nullable LiveRow<VersionOffer> row) {
        if (row != null) {
            looked = row.get().id();
            check();
        }
    }

    private void check() {
        chosen.set(rows.row(looked).map(LiveRow::get));
        checks.set(
                chosen.get()
                        .map(offer ->
                                UpgradeCheck.of(offer, facts, extensions).stream()
                                        .map(VersionViewModel::notice)
                                        .toList())
                        .orElse(List.of()));
    }

    private static Notice notice(UpgradeCheck check) {
        return Notice.of(
                switch (check.result()) {
                    case WARNS -> Notice.Level.WARNING;
                    case UNKNOWN -> Notice.Level.INFO;
                    case FINE -> Notice.Level.GOOD;
                },
                check.sentence());
    }

    /** What has to be said again before the consent. */
    List<String> warnings() {
        return checks.get().stream()
                .filter(each -> each.level() == Notice.Level.WARNING)
                .map(Notice::sentence)
                .toList();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** Nearest first. */
    ObservableList<LiveRow<VersionOffer>> lines() {
        return rows.rows();
    }

    /** The row that is looked at. */
    Optional<LiveRow<VersionOffer>> chosenRow() {
        return rows.row(looked);
    }

    ReadOnlyObjectProperty<Optional<VersionOffer>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> checks() {
        return checks.getReadOnlyProperty();
    }

    /** Why the version that is looked at can't be asked for; empty when it can. */
    ReadOnlyObjectProperty<Optional<String>> whyNot() {
        return whyNot.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<WorkState>> work() {
        return work.getReadOnlyProperty();
    }

    /** "now 16.13.0-2". */
    ReadOnlyStringProperty current() {
        return current.getReadOnlyProperty();
    }
}
