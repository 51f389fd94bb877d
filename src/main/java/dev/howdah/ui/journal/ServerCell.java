package dev.howdah.ui.journal;

import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.Names;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The server of a change, behind the bar of its environment. */
final class ServerCell extends TableCell<JournalLine, JournalLine> {
    private final Region bar = new Region();

    ServerCell() {
        bar.getStyleClass().add("environment-bar");
    }

    @Override
    protected void updateItem(@Nullable JournalLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeIf(name -> name.startsWith("environment-"));
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        getStyleClass().add(EnvironmentStyle.of(line.change().entry().environment()));
        setText(Names.visible(line.change().entry().server()));
        setGraphic(bar);
    }
}
