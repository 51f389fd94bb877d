package dev.howdah.ui.stats.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.pg.statements.text.StatementText;
import dev.howdah.pg.statements.text.StatementTextsSnapshot;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.stats.statement.StatementDetailController;
import dev.howdah.ui.stats.statement.StatementDetailViewModel;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The panel loads, binds and shows its faces in both themes and sizes. */
class StatementsViewTest {
    private static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "The connection to the server broke.",
                    "The console connects again by itself.",
                    "08006 An I/O error occurred");

    private final StatementDetailViewModel detail = new StatementDetailViewModel(ZoneOffset.UTC);
    private final StatementsViewModel model =
            new StatementsViewModel(
                    Clock.fixed(SomeStatements.OPENING, ZoneOffset.UTC),
                    ZoneOffset.UTC,
                    detail,
                    "shop",
                    "console");

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatCostsMost(Fx.Look look) {
        Fx.run(() -> {
            watch(25);
            model.range().set(StatementsRange.LAST_5_MINUTES);
        });

        picture("statements", look);
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsTheWholeOfOneStatement(Fx.Look look) {
        Fx.run(() -> {
            watch(25);
            model.range().set(StatementsRange.LAST_5_MINUTES);
        });

        for (int[] size : new int[][] {{792, 590}, {1392, 890}}) {
            Parent view = Fx.call(this::view);
            Fx.picture(view, "statements-detail", look, size[0], size[1]);
            Fx.run(() -> table(view).getSelectionModel().select(0));
            assertTrue(Files.exists(Fx.picture(view, "statements-detail", look, size[0], size[1])));
        }
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void saysInTheRowThatATextCanNotBeRead(Fx.Look look) {
        Fx.run(() -> {
            model.showFacts(ShopStatements.told(ShopStatements.facts()));
            model.show(ShopStatements.after(0));
            TextsWish wish = model.wish().get();
            Set<StatementKey> unreadable = Set.copyOf(wish.keys().subList(0, 2));
            Map<StatementKey, StatementText> others =
                    new HashMap<>(ShopStatements.texts(wish).texts());
            others.keySet().removeAll(unreadable);
            model.tookTexts(
                    wish,
                    new Answer.Got<>(
                            new StatementTextsSnapshot(others, unreadable),
                            SomeStatements.OPENING));
        });

        for (int[] size : new int[][] {{792, 590}, {1392, 890}}) {
            Parent view = Fx.call(this::view);
            Fx.picture(view, "statements-unreadable", look, size[0], size[1]);
            Fx.run(() -> table(view).getSelectionModel().select(0));
            assertTrue(
                    Files.exists(
                            Fx.picture(view, "statements-unreadable", look, size[0], size[1])));
        }
        assertEquals(
                2,
                model.list().lines().stream()
                        .filter(line ->
                                line.get()
                                        .text()
                                        .equals(
                                                "This text can't be read in the encoding of this"
                                                        + " database."))
                        .count());
        assertTrue(
                detail.textNote()
                        .get()
                        .startsWith("A text in pg_stat_statements is none in the encoding"),
                detail.textNote().get());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatIsMissing(Fx.Look look) {
        for (var missing :
                java.util.Map.of(
                                "absent", ShopStatements.facts(true, ""),
                                "not-loaded", ShopStatements.facts(false, "1.12"),
                                "neither", ShopStatements.facts(false, ""))
                        .entrySet()) {
            Fx.run(() -> model.showFacts(ShopStatements.told(missing.getValue())));
            picture("statements-" + missing.getKey(), look);
        }
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatMakesNumbersLess(Fx.Look look) {
        Fx.run(() -> {
            model.showFacts(ShopStatements.told(ShopStatements.facts(true, "1.7")));
            model.show(hiding(ShopStatements.snapshot(0)));
        });

        picture("statements-notices", look);
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void keepsTheStatementsWhenTheServerIsGone(Fx.Look look) {
        Fx.run(() -> {
            watch(3);
            model.show(
                    new Reading.Stale<>(ShopStatements.snapshot(3), SomeStatements.OPENING, GONE));
        });

        picture("statements-stale", look);
    }

    @Test
    void showsTheEmptyFacesInWords() {
        Fx.run(() -> model.showFacts(new Reading.Unavailable<>(GONE)));
        picture("statements-unavailable", Fx.Look.LIGHT);
        Fx.run(() -> {
            model.showFacts(ShopStatements.told(ShopStatements.facts()));
            model.show(ShopStatements.after(0));
            model.range().set(StatementsRange.LAST_MINUTE);
        });
        picture("statements-first-interval", Fx.Look.LIGHT);
    }

    @Test
    void ranksByTheColumnThatIsClickedAndShowsIt() {
        Parent view = Fx.call(this::view);
        Fx.run(() -> watch(3));
        Fx.picture(view, "statements-by-temp", Fx.Look.LIGHT, 792, 590);
        TableView<LiveRow<StatementLine>> table = table(view);

        Fx.run(() -> model.list().rank().set(StatementsRank.TEMP_FILES));

        assertEquals("temp", Fx.call(() -> table.getSortOrder().getFirst().getId()));
        assertTrue(Fx.call(() -> column(table, "temp").isVisible()));
        Fx.run(() -> table.getSortOrder().setAll(List.of(column(table, "calls"))));
        assertEquals(StatementsRank.CALLS, model.list().rank().get());
        assertEquals(
                TableColumn.SortType.DESCENDING,
                Fx.call(() -> column(table, "calls").getSortType()));
        assertEquals("auth", Fx.call(() -> table.getItems().getFirst().get().row().user()));
    }

    @Test
    void cutsNoNumberWhereTheWindowIsNarrow() {
        Fx.run(() -> watch(25));
        Parent view = Fx.call(this::view);
        Fx.picture(view, "statements-numbers", Fx.Look.LIGHT, 792, 590);

        List<String> numbers = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        for (Node cell : view.lookupAll(".table-cell.number .text")) {
            Labeled whole = labeled(cell);
            numbers.add(whole.getText());
            if (!((Text) cell).getText().equals(whole.getText())) {
                cut.add(whole.getText());
            }
        }

        assertEquals(List.of(), cut);
        assertTrue(numbers.contains("< 0.1 %"), numbers.toString());
    }

    private static Labeled labeled(Node text) {
        Node at = text;
        while (!(at instanceof Labeled)) {
            at = at.getParent();
        }
        return (Labeled) at;
    }

    @Test
    void keepsTheSelectionWhenRowsChangeTheirPlace() {
        Parent view = Fx.call(this::view);
        Fx.run(() -> watch(3));
        Fx.picture(view, "statements-selection", Fx.Look.LIGHT, 792, 590);
        TableView<LiveRow<StatementLine>> table = table(view);
        Fx.run(() -> table.getSelectionModel().select(2));
        String before = Fx.call(() -> table.getSelectionModel().getSelectedItem().get().text());

        Fx.run(() -> {
            model.show(ShopStatements.after(4));
            model.list().rank().set(StatementsRank.CALLS);
        });

        assertEquals(
                before, Fx.call(() -> table.getSelectionModel().getSelectedItem().get().text()));
        assertTrue(detail.open().get());
    }

    /** Reads every half minute, as the panel does, and gets every text it wishes for. */
    private void watch(int minutes) {
        model.showFacts(ShopStatements.told(ShopStatements.facts()));
        for (double at = 0; at <= minutes; at += 0.5) {
            model.show(ShopStatements.after(at));
            TextsWish wish = model.wish().get();
            if (!wish.equals(TextsWish.NONE)) {
                model.tookTexts(
                        wish, new Answer.Got<>(ShopStatements.texts(wish), SomeStatements.OPENING));
            }
        }
    }

    private static Reading<StatementsSnapshot> hiding(StatementsSnapshot whole) {
        return ShopStatements.fresh(
                new StatementsSnapshot(
                        whole.takenAt(),
                        whole.origin(),
                        new StatementsSnapshot.All(
                                whole.all().statements() + 47,
                                47,
                                whole.all().totalMs() * 1.3,
                                whole.all().calls(),
                                true),
                        whole.cut(),
                        whole.counted(),
                        whole.rows()));
    }

    private void picture(String name, Fx.Look look) {
        assertTrue(Files.exists(Fx.picture(Fx.call(this::view), name, look, 792, 590)));
        assertTrue(Files.exists(Fx.picture(Fx.call(this::view), name, look, 1392, 890)));
    }

    private Parent view() {
        StatementsActs acts = new NoActs();
        SomeWorkbench workbench = new SomeWorkbench();
        StatementTableController table = new StatementTableController(model, workbench);
        Parent panel =
                FxmlViews.load(
                        new StatementsController(model, detail, table, acts),
                        table,
                        new StatementDetailController(detail, table::clearSelection, workbench),
                        new StatementsSetupController(model, acts, workbench));
        VBox.setVgrow(panel, Priority.ALWAYS);
        VBox page = new VBox(panel);
        page.getStyleClass().add("page");
        return page;
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<StatementLine>> table(Parent view) {
        return (TableView<LiveRow<StatementLine>>) view.lookup("#statements");
    }

    private static TableColumn<LiveRow<StatementLine>, ?> column(
            TableView<LiveRow<StatementLine>> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody presses a button in a picture. */
    private record NoActs() implements StatementsActs {
        @Override
        public void refresh() {}

        @Override
        public void showSql() {}

        @Override
        public void createExtension() {}

        @Override
        public Optional<String> providerThatCreates() {
            return Optional.empty();
        }

        @Override
        public void createThroughProvider() {}

        @Override
        public void updateExtension() {}

        @Override
        public Optional<String> whyNoChange() {
            return Optional.empty();
        }
    }
}
