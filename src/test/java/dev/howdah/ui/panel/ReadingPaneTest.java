package dev.howdah.ui.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.EqualColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadingPaneTest {
    private static final Problem SLOW =
            new Problem(
                    Problem.Kind.TIMED_OUT,
                    "The server did not answer within 3 s.",
                    "The console tries again in 5 s; what you see is older than that.",
                    "57014 canceling statement due to statement timeout");
    private static final Problem FORBIDDEN =
            new Problem(
                    Problem.Kind.NOT_PERMITTED,
                    "The role app may not read this.",
                    "Ask for: GRANT pg_monitor TO app.",
                    "42501 permission denied for function pg_ls_waldir");

    private static ReadingPane pane(PanelState state) {
        TableView<String> table = new TableView<>();
        for (String name : new String[] {"Schema", "Owner", "Tables"}) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setPrefWidth(120);
            if (name.equals("Tables")) {
                column.getStyleClass().add("number");
            }
            column.setCellValueFactory(
                    cell -> new javafx.beans.property.SimpleStringProperty(cell.getValue()));
            table.getColumns().add(column);
        }
        table.getStyleClass().addAll("dense", "striped");
        table.setPrefHeight(28 * 4);
        table.getItems().addAll("orders", "users", "auth");
        ReadingPane pane = new ReadingPane();
        pane.setTitle("Schemas");
        pane.setEmptyText("There is no schema of your own in this database.");
        pane.setEmptyHint("Tables you create will be listed here by schema.");
        pane.getContent().add(table);
        pane.setOnShowSql(() -> {});
        pane.setOnRetry(() -> {});
        pane.stateProperty().set(state);
        return pane;
    }

    private static PanelState fresh(boolean nothing) {
        return PanelState.of(new Reading.Fresh<>("x", Instant.now()), nothing);
    }

    private static PanelState stale(Problem problem) {
        return PanelState.of(
                new Reading.Stale<>("x", Instant.now().minusSeconds(74), problem), false);
    }

    private static PanelState unavailable() {
        return PanelState.of(new Reading.Unavailable<>(FORBIDDEN), false);
    }

    /** What the pane says, from top to bottom, without title, age and the content itself. */
    private static List<String> words(ReadingPane pane) {
        return Fx.call(() -> {
            Scene scene = new Scene(pane, 600, 300);
            Fx.style(scene, Look.LIGHT);
            pane.applyCss();
            List<String> words = new ArrayList<>();
            collect(pane, words, node -> !(node instanceof TableView<?>));
            return words.stream().filter(word -> !word.isEmpty() && !word.endsWith("ago")).toList();
        });
    }

    private static void collect(Node node, List<String> words, Predicate<Node> enter) {
        if (!node.isVisible() || !enter.test(node)) {
            return;
        }
        if (node instanceof Labeled labeled) {
            words.add(labeled.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words, enter));
        }
    }

    @Test
    void freshContentSpeaksForItself() {
        assertEquals(List.of("Schemas", "now"), words(Fx.call(() -> pane(fresh(false)))));
    }

    @Test
    void whatIsNotOfferedIsNotTriedAgain() {
        Problem never = Problem.of(Problem.Kind.NOT_SUPPORTED, "The lab does not offer this.", "");
        PanelState state = PanelState.of(new Reading.Unavailable<>(never), false);

        assertEquals(
                List.of("Schemas", "The lab does not offer this."),
                words(Fx.call(() -> pane(state))));
    }

    @Test
    void anEmptyPanelSaysWhyAndWhatToDo() {
        assertEquals(
                List.of(
                        "Schemas",
                        "now",
                        "There is no schema of your own in this database.",
                        "Tables you create will be listed here by schema."),
                words(Fx.call(() -> pane(fresh(true)))));
    }

    @Test
    void staleContentStaysUnderABarThatSaysWhy() {
        ReadingPane pane = Fx.call(() -> pane(stale(SLOW)));
        assertEquals(
                List.of(
                        "Schemas",
                        "The server did not answer within 3 s.",
                        "The console tries again in 5 s; what you see is older than that.",
                        "Retry",
                        "Details"),
                words(pane));
        assertEquals(true, pane.getContent().getFirst().isVisible());
    }

    @Test
    void anUnavailablePanelSaysTheRemedyAndFoldsTheTechnicalText() {
        ReadingPane pane = Fx.call(() -> pane(unavailable()));
        assertEquals(
                List.of(
                        "Schemas",
                        "The role app may not read this.",
                        "Ask for: GRANT pg_monitor TO app.",
                        "Retry",
                        "Details"),
                words(pane));
        Fx.run(() -> ((ToggleButton) pane.lookup(".panel-face-acts .toggle-button")).fire());
        assertEquals(
                "42501 permission denied for function pg_ls_waldir",
                Fx.call(() -> ((Label) pane.lookup(".panel-face > .code-text")).getText()));
    }

    @Test
    void retryStaysTheSameButtonWhileTheTroubleIsTheSame() {
        ReadingPane pane = Fx.call(() -> pane(stale(SLOW)));
        Fx.run(() -> {
            Node before = pane.lookup(".stale-bar");
            pane.stateProperty().set(stale(SLOW));
            assertSame(before, pane.lookup(".stale-bar"));
        });
    }

    @Test
    void withoutRetryNoneIsOffered() {
        ReadingPane pane =
                Fx.call(() -> {
                    ReadingPane bare = new ReadingPane();
                    bare.stateProperty().set(unavailable());
                    return bare;
                });
        assertEquals(
                List.of("Details"),
                Fx.call(() ->
                        pane.lookupAll(".panel-face-acts > *").stream()
                                .map(node -> ((Labeled) node).getText())
                                .toList()));
        assertEquals(
                0,
                Fx.call(() ->
                        pane.lookupAll(".panel-face-acts > .button").stream()
                                .filter(Button.class::isInstance)
                                .count()));
    }

    @Test
    @Tag("pictures")
    void everyFaceHasItsPicture() {
        for (Look look : Look.values()) {
            EqualColumns grid =
                    Fx.call(() -> {
                        EqualColumns all = new EqualColumns();
                        all.setMinColumnWidth(400);
                        all.setGap(16);
                        all.getStyleClass().add("page");
                        all.getChildren()
                                .addAll(
                                        pane(PanelState.waiting()),
                                        pane(fresh(false)),
                                        pane(fresh(true)),
                                        pane(stale(SLOW)),
                                        pane(unavailable()));
                        Fx.style(new Scene(all, 1_000, 700), look);
                        return all;
                    });
            Fx.eventually("the skeleton shows", () -> grid.lookup(".skeleton") != null);
            Fx.picture(grid, "faces", look, 1_000, 700);
        }
    }
}
