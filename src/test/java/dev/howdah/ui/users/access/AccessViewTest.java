package dev.howdah.ui.users.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role may do, as the access page shows it. */
class AccessViewTest {
    private static SomeAccess access;

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = SomeSessions.nowhere();
    private final AccessViewModel model = new AccessViewModel(Runnable::run, Runnable::run);

    @BeforeAll
    static void readAServer() throws Exception {
        Fx.start();
        access = SomeAccess.ofAReader();
    }

    private AccessController controller() {
        AccessActs acts = new AccessActs(session, workbench, () -> {});
        return new AccessController(model, workbench, acts, () -> {}, () -> {});
    }

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void opensSchemasAndShowsWaysAndWhoCan(Fx.Look look) throws Exception {
        Parent view = Fx.call(() -> FxmlViews.load(controller()));
        Fx.run(() -> access.showOn(model));
        assertTrue(Files.size(Fx.picture(view, "access", look, 480, 520)) > 5_000);

        TreeTableView<AccessLine> table = table(view);
        Fx.run(() -> {
            TreeItem<AccessLine> orders =
                    table.getRoot().getChildren().stream()
                            .filter(item -> item.getValue().label().equals("orders"))
                            .findFirst()
                            .orElseThrow();
            orders.getChildren().getFirst().setExpanded(true);
            int items = table.getRow(orders.getChildren().getFirst().getChildren().getFirst());
            table.getSelectionModel().select(items, table.getColumns().get(1));
            table.getFocusModel().focus(items, table.getColumns().get(1));
        });
        assertTrue(Files.size(Fx.picture(view, "access-ways", look, 480, 520)) > 5_000);
        assertTrue(Files.size(Fx.picture(view, "access-ways", look, 900, 700)) > 5_000);

        Parent whoCan =
                Fx.call(() ->
                        FxmlViews.load(
                                new WhoCanController(
                                        AccessWords.object(access.object("cards")),
                                        model.whoCan(access.object("cards")),
                                        workbench,
                                        () -> {})));
        assertTrue(Files.size(Fx.picture(whoCan, "who-can", look, 760, 480)) > 5_000);
    }

    @Test
    void keepsOpenLinesOpenWhenTheCatalogIsReadAgain() {
        Parent view = Fx.call(() -> FxmlViews.load(controller()));
        Fx.run(() -> access.showOn(model));
        TreeTableView<AccessLine> table = table(view);
        Fx.run(() -> table.getRoot().getChildren().getFirst().setExpanded(false));
        List<String> before = Fx.call(() -> visible(table));

        Fx.run(() -> model.showObjects(new Reading.Fresh<>(access.objects(), Instant.EPOCH)));

        assertEquals(before, Fx.call(() -> visible(table)));
    }

    private static List<String> visible(TreeTableView<AccessLine> table) {
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < table.getExpandedItemCount(); row++) {
            labels.add(table.getTreeItem(row).getValue().label());
        }
        return labels;
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<AccessLine> table(Parent view) {
        return (TreeTableView<AccessLine>) view.lookup("#table");
    }
}
