package dev.howdah.ui.overview.findings;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.HealthReport;
import dev.howdah.ui.panel.PanelState;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The judgement on a server: what needs somebody, what nobody knows, what is fine. */
public final class FindingsViewModel {
    private static final Texts TEXTS = Texts.of(FindingsViewModel.class);

    private final ZoneId zone;
    private final ObservableList<FindingLine> needing = FXCollections.observableArrayList();
    private final ObservableList<FindingLine> unknown = FXCollections.observableArrayList();
    private final ObservableList<FindingLine> fine = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper headline =
            new ReadOnlyStringWrapper(TEXTS.text("findings.headline.waiting"));
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unknownTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fineTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Severity> worst =
            new ReadOnlyObjectWrapper<>(Severity.UNKNOWN);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());

    public FindingsViewModel(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Shows a checkup.
     *
     * @param contact the reading whose age and troubles are those of the whole judgement
     */
    public void show(HealthReport report, Reading<?> contact) {
        PanelState face = stateOf(report, contact);
        boolean judged =
                face.phase() == PanelState.Phase.FRESH || face.phase() == PanelState.Phase.STALE;
        state.set(face);
        take(needing, report.needingSomebody(), report);
        take(unknown, report.unknown(), report);
        take(fine, report.fine(), report);
        worst.set(judged ? report.worst() : Severity.UNKNOWN);
        headline.set(judged ? headlineOf(report) : headlineWithoutJudgement(face));
        summary.set(judged ? report.summary() : "");
        unknownTitle.set(TEXTS.text("findings.unknown", unknown.size()));
        fineTitle.set(TEXTS.text("findings.fine", fine.size(), notApplicable(report)));
    }

    /** Only when nothing at all could be judged is there nothing to show. */
    private static PanelState stateOf(HealthReport report, Reading<?> contact) {
        PanelState now = PanelState.of(contact, false);
        boolean judged = report.judged() > 0;
        return switch (contact) {
            case Reading.Unavailable<?> _ -> now;
            case Reading.Fresh<?> _, Reading.Stale<?> _, Reading.Waiting<?> _ ->
                    judged ? now : PanelState.waiting();
        };
    }

    private static long notApplicable(HealthReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.NOT_APPLICABLE)
                .count();
    }

    private static String headlineWithoutJudgement(PanelState face) {
        return TEXTS.text(
                face.phase() == PanelState.Phase.WAITING
                        ? "findings.headline.waiting"
                        : "findings.headline.unavailable");
    }

    private static String headlineOf(HealthReport report) {
        int needing = report.needingSomebody().size();
        if (needing > 0 || report.unknown().isEmpty()) {
            return TEXTS.text("findings.headline", needing);
        }
        return TEXTS.text("findings.headline.asFarAsSeen");
    }

    /** A line that says the same is left alone, so that what a person has opened stays open. */
    private void take(
            ObservableList<FindingLine> lines, List<Finding> findings, HealthReport report) {
        List<FindingLine> next =
                findings.stream().map(f -> FindingLine.of(f, report.at(), zone)).toList();
        if (!lines.equals(next)) {
            lines.setAll(next);
        }
    }

    /** Worst first; the order changes only when a severity does. */
    ObservableList<FindingLine> needing() {
        return needing;
    }

    /** Rules that could not look, with what would let them. */
    ObservableList<FindingLine> unknown() {
        return unknown;
    }

    ObservableList<FindingLine> fine() {
        return fine;
    }

    ReadOnlyStringProperty headline() {
        return headline.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyStringProperty unknownTitle() {
        return unknownTitle.getReadOnlyProperty();
    }

    ReadOnlyStringProperty fineTitle() {
        return fineTitle.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Severity> worst() {
        return worst.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }
}
