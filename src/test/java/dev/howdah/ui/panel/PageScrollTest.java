package dev.howdah.ui.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The bar of a page is there as soon as the page needs it. */
class PageScrollTest {
    private final List<Boolean> seen = new ArrayList<>();

    @Test
    void showsItsBarInTheLayoutInWhichThePageOutgrowsIt() {
        Fx.start();
        Fx.run(() -> {
            Label words = new Label("Short.");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            Region table = new Region();
            table.setMinHeight(100);
            PageScroll scroll = new PageScroll();
            scroll.setFitToWidth(true);
            scroll.setFitToHeight(true);
            scroll.setContent(new VBox(words, table));
            StackPane window = new StackPane(scroll);
            Fx.style(new Scene(window, 300, 200), Fx.Look.LIGHT);
            look(window);
            words.setText("It has grown. ".repeat(40));
            look(window);
            words.setText("Short.");
            look(window);
        });

        assertEquals(List.of(false, true, false), seen);
    }

    private void look(StackPane window) {
        window.applyCss();
        window.layout();
        seen.add(window.lookup(".scroll-bar:vertical") instanceof ScrollBar bar && bar.isVisible());
    }
}
