package dev.howdah.ui.stats.statements;

import dev.howdah.core.Answer;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.pg.statements.interval.StatementsCutChoice;
import dev.howdah.pg.statements.interval.StatementsHistory;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.interval.StatementsInterval.Row;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.text.StatementTextsSnapshot;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.statement.StatementDetailViewModel;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.table.LiveRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What costs most on a server in a stretch of time. Takes readings, and says with which cut to read
 * next and which texts are needed; whoever reads listens to that.
 */
final class StatementsViewModel {
    private static final Texts TEXTS = Texts.of(StatementsViewModel.class);
    private static final Duration RESTART_IS_NEWS = Duration.ofMinutes(10);

    private final Clock clock;
    private final StatementDetailViewModel detail;
    private final StatementsSummary summary;
    private final String database;
    private final String role;
    private final StatementsHistory history = new StatementsHistory();
    private final StatementsCutChoice choice = new StatementsCutChoice();
    private final KnownTexts texts = new KnownTexts();
    private final StatementsList list = new StatementsList(texts);

    private final ObjectProperty<StatementsRange> range =
            new SimpleObjectProperty<>(StatementsRange.TOTALS);

    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<StatementsView> view =
            new ReadOnlyObjectWrapper<>(StatementsView.EMPTY);
    private final ReadOnlyObjectWrapper<StatementsCut> cut =
            new ReadOnlyObjectWrapper<>(StatementsCut.NONE);

    private Reading<StatementsFacts> facts = Reading.waiting();
    private Reading<StatementsSnapshot> reading = Reading.waiting();
    private Optional<Instant> restartedAt = Optional.empty();
    private @Nullable StatementKey lookedAt;

    /**
     * @param database that we are connected to, named in sentences
     * @param role that we are logged in as, named in remedies
     */
    StatementsViewModel(
            Clock clock,
            ZoneId zone,
            StatementDetailViewModel detail,
            String database,
            String role) {
        this.clock = clock;
        this.detail = detail;
        this.summary = new StatementsSummary(zone);
        this.database = database;
        this.role = role;
        range.subscribe(_ -> chooseAnew());
        list.rank().subscribe(_ -> chooseAnew());
        list.filter().subscribe(_ -> update());
        list.showsOurs().subscribe(_ -> update());
    }

    void showFacts(Reading<StatementsFacts> newest) {
        facts = newest;
        update();
    }

    void show(Reading<StatementsSnapshot> newest) {
        switch (newest) {
            // A new cut is a new question: until it is answered the old answer stays.
            case Reading.Waiting<StatementsSnapshot> _ -> {}
            case Reading.Unavailable<StatementsSnapshot>(var reason) ->
                    reading = reading.after(new Answer.Failed<>(reason));
            case Reading.Stale<StatementsSnapshot> stale -> reading = stale;
            case Reading.Fresh<StatementsSnapshot> fresh -> take(fresh);
        }
        update();
    }

    private void take(Reading.Fresh<StatementsSnapshot> fresh) {
        if (!fresh.equals(reading) && history.add(fresh.value())) {
            restartedAt = Optional.of(fresh.takenAt());
        }
        reading = fresh;
    }

    void tookTexts(TextsWish asked, Answer<StatementTextsSnapshot> answer) {
        texts.took(asked, answer);
        update();
    }

    /** The person asks for everything anew. */
    void forgetFailures() {
        texts.forgetFailures();
        choice.reconsider();
        update();
    }

    void look(@Nullable LiveRow<StatementLine> row) {
        lookedAt = row == null ? null : row.get().row().key();
        update();
    }

    private void chooseAnew() {
        choice.reconsider();
        update();
    }

    private void update() {
        Optional<StatementsSetup> setup =
                facts.content().flatMap(known -> StatementsSetup.of(known, database, role));
        boolean factsMatterMore = facts.content().isEmpty() || setup.isPresent();
        state.set(PanelState.of(factsMatterMore ? facts : reading, false));
        Optional<StatementsInterval> shown =
                setup.isPresent() ? Optional.empty() : history.interval(range.get());
        List<StatementLine> lines = list.show(shown);
        view.set(
                new StatementsView(
                        facts.content(),
                        setup,
                        reading.content().map(StatementsSnapshot::counted).orElse(Set.of()),
                        shown.map(interval -> lineAbout(interval, lines)).orElse(""),
                        notices(shown),
                        placeholder(shown),
                        shown.flatMap(StatementsInterval::from).isPresent(),
                        summary.meanTip(shown)));
        showDetail(shown);
        texts.wishFor(lines, Optional.ofNullable(lookedAt));
        shown.ifPresent(this::chooseCut);
    }

    /** Only a reading that was made with the present cut can judge it. */
    private void chooseCut(StatementsInterval shown) {
        boolean isCurrent =
                reading.content()
                        .filter(s -> s.cut().equals(cut.get()) || !s.all().complete())
                        .isPresent();
        if (isCurrent) {
            choice.next(cut.get(), history, shown, list.rank().get(), clock.instant())
                    .ifPresent(cut::set);
        }
    }

    private String lineAbout(StatementsInterval interval, List<StatementLine> lines) {
        return summary.line(
                interval, lines, list.oursLeftOut(interval), list.isFiltered(), clock.instant());
    }

    private List<Notice> notices(Optional<StatementsInterval> shown) {
        if (shown.isEmpty() || facts.content().isEmpty()) {
            return List.of();
        }
        Optional<Instant> news =
                restartedAt.filter(at -> at.plus(RESTART_IS_NEWS).isAfter(clock.instant()));
        return summary.notices(
                facts.content().get(), shown.get(), list.rank().get(), role, news, texts.problem());
    }

    private String placeholder(Optional<StatementsInterval> shown) {
        if (shown.isEmpty()) {
            return TEXTS.text("statements.firstInterval");
        }
        return list.isFiltered()
                ? TEXTS.text("statements.noMatch")
                : TEXTS.text("statements.nothingRan");
    }

    private void showDetail(Optional<StatementsInterval> shown) {
        StatementKey key = lookedAt;
        Optional<Row> total = key == null ? Optional.empty() : history.total(key);
        if (key == null || total.isEmpty() || facts.content().isEmpty()) {
            detail.close();
            return;
        }
        detail.show(
                shown.flatMap(interval -> interval.row(key)),
                total.get(),
                summary.rangeName(shown),
                view.get().counted(),
                facts.content().get().settings(),
                texts.text(key),
                clock.instant());
    }

    /** Empty until they were read. */
    Optional<StatementsFacts> facts() {
        return facts.content();
    }

    /** The server's block size; 0 until it is known. */
    int blockBytes() {
        return facts.content().map(known -> known.settings().blockBytes()).orElse(0);
    }

    /** The statements as lines, and what is looked for among them. */
    StatementsList list() {
        return list;
    }

    ObjectProperty<StatementsRange> range() {
        return range;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StatementsView> view() {
        return view.getReadOnlyProperty();
    }

    /** With which cut statements should be read from now on; a change should be read at once. */
    ReadOnlyObjectProperty<StatementsCut> cut() {
        return cut.getReadOnlyProperty();
    }

    /** The texts that should be read now. It changes only after an answer was taken. */
    ReadOnlyObjectProperty<TextsWish> wish() {
        return texts.wish();
    }
}
