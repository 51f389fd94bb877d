package dev.howdah.ui.users.form;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Pictures of what opens over the window. */
public final class FormPictures {
    private FormPictures() {}

    /**
     * In the middle of a window, in both themes; each from a view of its own, because what is
     * scrolled is painted from a cache.
     *
     * @return the last view
     */
    public static Parent take(Callable<Parent> maker, String name) {
        Parent view = new StackPane();
        for (Look look : Look.values()) {
            view = Fx.call(maker);
            take(view, name, look);
        }
        return view;
    }

    public static void take(Parent view, String name) {
        for (Look look : Look.values()) {
            take(view, name, look);
        }
    }

    private static void take(Parent view, String name, Look look) {
        StackPane window =
                Fx.call(() -> {
                    StackPane pane = new StackPane(view);
                    pane.setPadding(new Insets(8));
                    pane.getStyleClass().add("tile");
                    return pane;
                });
        assertTrue(Files.exists(Fx.picture(window, name, look, 1_000, 700)));
    }
}
