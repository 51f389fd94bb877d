package dev.howdah.ui.connect.form;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Environment;
import dev.howdah.ui.EnvironmentStyle;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** An environment: its colour as a bar, and its name. */
public final class EnvironmentCell extends ListCell<Environment> {
    private static final Texts TEXTS = Texts.of(EnvironmentCell.class);

    @Override
    protected void updateItem(@Nullable Environment environment, boolean empty) {
        super.updateItem(environment, empty);
        if (empty || environment == null) {
            setText("");
            setGraphic(null);
            return;
        }
        setText(word(environment));
        setGraphic(bar(environment));
    }

    /** The word of an environment. */
    public static String word(Environment environment) {
        return TEXTS.text("environment." + EnvironmentStyle.word(environment));
    }

    /** The thin bar in the colour of an environment. */
    public static Region bar(Environment environment) {
        Region bar = new Region();
        bar.getStyleClass().addAll("environment-bar", EnvironmentStyle.of(environment));
        return bar;
    }
}
