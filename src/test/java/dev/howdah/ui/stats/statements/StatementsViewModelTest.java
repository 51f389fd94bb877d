package dev.howdah.ui.stats.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.statement.StatementDetailViewModel;
import dev.howdah.ui.stats.statement.StatementFigures;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.stats.statement.StatementWords;
import dev.howdah.ui.table.LiveRow;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the Statements panel shows for what it was told. */
class StatementsViewModelTest {
    private static final Problem SLOW =
            Problem.of(Problem.Kind.TIMED_OUT, "The server did not answer.", "It is overloaded.");

    private final StatementDetailViewModel detail = new StatementDetailViewModel(ZoneOffset.UTC);
    private final StatementsViewModel model =
            new StatementsViewModel(
                    Clock.fixed(SomeStatements.OPENING, ZoneOffset.UTC),
                    ZoneOffset.UTC,
                    detail,
                    "shop",
                    "console");

    @Test
    void showsTotalsAtOnceTheCostliestFirst() {
        known();
        model.show(ShopStatements.after(0));
        tellTexts();

        assertEquals(
                List.of("orders", "report", "products", "inventory"),
                model.list().lines().stream().limit(4).map(row -> row.get().row().user()).toList());
        assertEquals(
                "40 statements  ·  since 03:00:00  ·  no evictions  ·  one of ours hidden",
                model.view().get().summary());
        assertEquals(PanelState.Phase.FRESH, model.state().get().phase());
    }

    @Test
    void saysHowManyRanInTheRange() {
        watch(6);

        model.range().set(StatementsRange.LAST_5_MINUTES);

        assertEquals(
                "8 of 40 statements ran in 5 min  ·  one of ours hidden",
                model.view().get().summary());
        assertEquals(7, model.list().lines().size());
    }

    @Test
    void waitsForASecondReadingInWords() {
        known();
        model.show(ShopStatements.after(0));

        model.range().set(StatementsRange.LAST_MINUTE);

        assertEquals(List.of(), model.list().lines());
        assertEquals(
                "A stretch of time needs two readings. The next one comes in 30 s at the latest;"
                        + " Totals are there already.",
                model.view().get().placeholder());
    }

    @Test
    void marksAMeanThatGotWorse() {
        watch(25);
        model.range().set(StatementsRange.LAST_5_MINUTES);

        StatementLine slow = model.list().lines().getFirst().get();

        assertEquals("▲ +64 %", StatementWords.change(slow.row()));
        assertEquals("", StatementWords.change(model.list().lines().get(1).get().row()));
        assertEquals(
                "Mean time of a call, and its change against the 5 min before.",
                model.view().get().meanTip());
    }

    @Test
    void keepsItsRowsAndTouchesOnlyThoseThatChanged() {
        watch(1);
        LiveRow<StatementLine> first = model.list().lines().getFirst();
        LiveRow<StatementLine> rare = model.list().lines().getLast();
        StatementLine before = rare.get();

        model.show(ShopStatements.after(2));

        assertSame(first, model.list().lines().getFirst());
        assertSame(rare, model.list().lines().getLast());
        assertEquals(before.row(), rare.get().row());
    }

    @Test
    void ranksByWhatIsChosen() {
        watch(1);

        model.list().rank().set(StatementsRank.CALLS);
        assertEquals("auth", model.list().lines().getFirst().get().row().user());

        model.list().rank().set(StatementsRank.TEMP_FILES);
        assertEquals("report", model.list().lines().getFirst().get().row().user());
    }

    @Test
    void filtersByTextUserAndDatabase() {
        watch(1);

        model.list().filter().set("ORDER_ITEMS");
        assertEquals(1, model.list().lines().size());
        assertEquals(
                "40 statements  ·  since 03:00:00  ·  no evictions  ·  one matches"
                        + "  ·  one of ours hidden",
                model.view().get().summary());
        model.list().filter().set("migration");
        assertEquals(32, model.list().lines().size());
        model.list().filter().set("nothing like that");
        assertEquals(
                "No statement matches the filter. Texts are searched as far as they were shown"
                        + " once.",
                model.view().get().placeholder());
    }

    @Test
    void showsOurOwnStatementsWhenAsked() {
        watch(1);
        assertFalse(users().contains("console"));

        model.list().showsOurs().set(true);

        assertTrue(users().contains("console"));
    }

    @Test
    void wishesForATextOnlyOnce() {
        known();
        List<TextsWish> wishes = new ArrayList<>();
        model.wish().subscribe(wish -> wishes.add(wish));
        for (int minute = 0; minute < 10; minute++) {
            model.show(ShopStatements.after(minute));
            tellTexts();
        }

        assertEquals(
                List.of(40),
                wishes.stream()
                        .filter(w -> !w.equals(TextsWish.NONE))
                        .map(w -> w.keys().size())
                        .toList());
    }

    @Test
    void doesNotAskAgainForTextsThatCouldNotBeRead() {
        known();
        model.show(ShopStatements.after(0));
        model.tookTexts(model.wish().get(), new Answer.Failed<>(SLOW));

        assertEquals(TextsWish.NONE, model.wish().get());
        assertEquals(
                List.of(
                        new Notice(
                                Notice.Level.INFO,
                                "Some texts could not be read. The server did not answer.",
                                "It is overloaded.")),
                model.view().get().notices());
        model.forgetFailures();
        assertEquals(40, model.wish().get().keys().size());
    }

    @Test
    void keepsWhatItHasWhenANewCutCanNotBeRead() {
        watch(1);

        model.show(Reading.waiting());
        assertEquals(PanelState.Phase.FRESH, model.state().get().phase());
        model.show(new Reading.Unavailable<>(SLOW));

        assertEquals(PanelState.Phase.STALE, model.state().get().phase());
        assertEquals(39, model.list().lines().size());
    }

    @Test
    void readsALargeServerWithACutAfterTheFirstReading() {
        known();
        List<StatementsSnapshot.Row> many = new ArrayList<>();
        for (int id = 1; id <= 2_000; id++) {
            many.add(SomeStatements.row(id, id, id * 10.0));
        }

        model.show(
                ShopStatements.fresh(
                        SomeStatements.cut(StatementsCut.NONE, 0, OptionalLong.of(0), many)));

        StatementsCut cut = model.cut().get();
        assertTrue(many.stream().filter(row -> cut.reads(row.counters())).count() < 200);
    }

    @Test
    void showsTheNumbersOfOneStatementInTheRangeAndInTotal() {
        watch(6);
        model.range().set(StatementsRange.LAST_5_MINUTES);

        model.look(model.list().lines().getFirst());

        assertTrue(detail.open().get());
        assertEquals("orders in shop", detail.heading().get());
        assertEquals("query id 7000000000001  ·  counted since 03:00:00", detail.facts().get());
        assertEquals("last 5 min", detail.rangeTitle().get());
        assertEquals(
                List.of(
                        "Runs",
                        "Mean time 182 ms 182 ms",
                        "Rows per call 1 1",
                        "Calls 330 396,396",
                        "Rows 330 396,396",
                        "Total time 1 min 20 h 2 min",
                        "Shortest  46 ms",
                        "Longest  3.8 s",
                        "Std. deviation  91 ms",
                        "Planning",
                        "track_planning is off  not recorded",
                        "Shared blocks",
                        "Cache hit 99.7 % 99.7 %",
                        "From the cache 4.59 GB 5.39 TB",
                        "Read 11.7 MB 13.8 GB",
                        "track_io_timing is off  not measured"),
                detail.figures().stream().map(row -> words(row.get())).toList());
        assertTrue(detail.text().get().startsWith("SELECT o.id"));
        model.look(null);
        assertFalse(detail.open().get());
    }

    private static String words(StatementFigures.Figure figure) {
        return (figure.name() + " " + figure.inRange() + " " + figure.total()).strip();
    }

    private List<String> users() {
        return model.list().lines().stream().map(row -> row.get().row().user()).toList();
    }

    private void known() {
        model.showFacts(ShopStatements.told(ShopStatements.facts()));
    }

    private void watch(int minutes) {
        known();
        for (double at = 0; at <= minutes; at += 0.5) {
            model.show(ShopStatements.after(at));
            tellTexts();
        }
    }

    private void tellTexts() {
        TextsWish wish = model.wish().get();
        if (!wish.equals(TextsWish.NONE)) {
            model.tookTexts(
                    wish, new Answer.Got<>(ShopStatements.texts(wish), SomeStatements.OPENING));
        }
    }
}
