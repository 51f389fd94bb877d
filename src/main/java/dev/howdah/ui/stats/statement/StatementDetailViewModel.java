package dev.howdah.ui.stats.statement;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.text.StatementText;
import dev.howdah.pg.statements.text.StatementTextsQuery;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Names;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** The statement that is looked at: its whole text, and all its numbers. */
public final class StatementDetailViewModel {
    private static final Texts TEXTS = Texts.of(StatementDetailViewModel.class);

    private final ZoneId zone;
    private final LiveRows<String, StatementFigures.Figure> figures =
            new LiveRows<>(StatementFigures.Figure::id);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper textNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rangeTitle = new ReadOnlyStringWrapper("");

    public StatementDetailViewModel(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Shows one statement.
     *
     * @param inRange empty when it did not run in the range
     * @param rangeName a heading: "last 5 min"
     * @param known its text as far as it was read; empty while it is being read
     */
    public void show(
            Optional<StatementsInterval.Row> inRange,
            StatementsInterval.Row total,
            String rangeName,
            Set<StatementCounter> counted,
            StatementsFacts.Settings settings,
            Optional<StatementText> known,
            Instant now) {
        heading.set(
                TEXTS.text(
                        "statements.detail.heading",
                        Names.visible(total.user()),
                        Names.visible(total.database())));
        facts.set(factsOf(inRange, total, now));
        text.set(known.map(StatementDetailViewModel::shown).orElse(""));
        textNote.set(noteOf(known));
        rangeTitle.set(rangeName);
        figures.show(StatementFigures.of(inRange, total, counted, settings));
        open.set(true);
    }

    public void close() {
        open.set(false);
        text.set("");
        figures.show(List.of());
    }

    private String factsOf(
            Optional<StatementsInterval.Row> inRange, StatementsInterval.Row total, Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.text("statements.detail.id", Long.toString(total.key().queryId())));
        total.since()
                .ifPresent(since ->
                        parts.add(
                                TEXTS.text(
                                        "statements.detail.since",
                                        Moments.near(since, now, zone))));
        if (!total.key().topLevel()) {
            parts.add(TEXTS.text("statements.detail.nested"));
        }
        if (inRange.isEmpty()) {
            parts.add(TEXTS.text("statements.detail.idle"));
        }
        inRange.map(StatementWords::certainty).filter(s -> !s.isEmpty()).ifPresent(parts::add);
        return String.join("  ·  ", parts);
    }

    private static String shown(StatementText known) {
        return Lines.capped(known.text());
    }

    private static String noteOf(Optional<StatementText> known) {
        if (known.isEmpty()) {
            return TEXTS.text("statements.detail.reading");
        }
        if (known.get().isUnreadable()) {
            return TEXTS.text("statements.detail.unreadable");
        }
        if (known.get().isLost()) {
            return TEXTS.text("statements.detail.lost");
        }
        if (known.get().wouldGrow(StatementTextsQuery.WHOLE_CHARACTERS)) {
            return TEXTS.text("statements.detail.reading");
        }
        return known.get().isCut()
                ? TEXTS.text(
                        "statements.detail.cut",
                        Quantities.count(StatementTextsQuery.WHOLE_CHARACTERS),
                        Quantities.count(known.get().wholeLength()))
                : "";
    }

    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty heading() {
        return heading.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Why the text is not there, or not whole; empty when it is. */
    public ReadOnlyStringProperty textNote() {
        return textNote.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty rangeTitle() {
        return rangeTitle.getReadOnlyProperty();
    }

    public ObservableList<LiveRow<StatementFigures.Figure>> figures() {
        return figures.rows();
    }
}
