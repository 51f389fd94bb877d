package dev.howdah.ui;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A quantity as a tile shows it: the numbers large, their units small behind them. */
public final class QuantityLabel extends HBox {
    private final StringProperty text = new SimpleStringProperty("");

    public QuantityLabel() {
        getStyleClass().add("quantity");
        text.subscribe(this::show);
    }

    /** Like "2 min 10 s" or "62 of 100". */
    public StringProperty textProperty() {
        return text;
    }

    private void show(String quantity) {
        getChildren().clear();
        boolean main = true;
        for (String word : quantity.strip().split(" ", -1)) {
            // "of" ends what is measured; what follows is what it is held against.
            main &= !word.equals("of");
            boolean isNumber =
                    main && !word.isEmpty() && !Character.isLetter(word.charAt(0)) && !isSign(word);
            Label label = new Label(word);
            label.getStyleClass().add(isNumber ? "quantity-number" : "quantity-unit");
            label.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(label);
        }
        setAccessibleText(quantity);
    }

    private static boolean isSign(String word) {
        return word.equals("%") || word.startsWith("/");
    }
}
