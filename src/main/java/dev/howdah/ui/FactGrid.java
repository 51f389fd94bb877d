package dev.howdah.ui;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Facts below each other, their labels in one column. */
public final class FactGrid extends GridPane {
    public FactGrid() {
        getStyleClass().add("fact-grid");
    }

    /** Replaces what was shown. */
    public void show(List<Fact> facts) {
        getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            Label label = new Label(facts.get(row).label());
            label.getStyleClass().addAll("text-muted", "fact-label");
            label.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(facts.get(row).value());
            value.setWrapText(true);
            setValignment(label, VPos.TOP);
            addRow(row, label, value);
        }
    }
}
