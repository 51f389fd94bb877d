package dev.howdah.ui.stats.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.change.Change;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.stats.session.SomeSituations;
import dev.howdah.ui.table.LiveRow;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queues in their view: whom one chooses is whom one looks at and ends. */
final class LocksViewTest {

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    @SuppressWarnings("unchecked")
    void theCauseOfAQueueCanBeLookedAtAndEnded(Fx.Look look) {
        SomeWorkbench workbench = new SomeWorkbench();
        LocksViewModel model = Fx.call(LocksViewModel::new);
        Parent view = Fx.call(() -> SomeLocks.view(model, workbench));
        Fx.run(() -> {
            Scene scene = new Scene(view, 1_000, 700);
            Fx.style(scene, look);
            model.show(SomeSituations.queues());
            view.applyCss();
            view.layout();
            var table = (TableView<LiveRow<LockLine>>) view.lookup("#queues");
            table.getSelectionModel().select(0);
            view.applyCss();
            view.layout();
            Event.fireEvent(
                    table,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.DELETE,
                            false,
                            false,
                            false,
                            false));
        });

        assertEquals(
                "7990 · report-service", Fx.call(() -> ((Label) view.lookup("#title")).getText()));
        assertEquals(
                List.of("Terminate 1 session"),
                workbench.changes.stream().map(Change::title).toList());
    }
}
