package dev.howdah.testing;

import dev.howdah.ui.Place;
import dev.howdah.ui.panel.TabPanel;
import java.util.function.Supplier;
import javafx.scene.Parent;

/** A panel of a tab that reads nothing and is only painted. */
public record PaintedPanel(Place place, String title, Supplier<Parent> painted)
        implements TabPanel {
    @Override
    public Parent view() {
        return painted.get();
    }

    @Override
    public void shown() {}

    @Override
    public void hidden() {}

    @Override
    public void close() {}
}
