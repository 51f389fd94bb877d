package dev.howdah.ui.backups.asking;

import dev.howdah.core.Texts;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Says why something is not offered. */
public final class WhyNot {
    private static final Texts TEXTS = Texts.of(WhyNot.class);
    private static final String KEY = "why-not";

    private WhyNot() {}

    /**
     * A disabled button shows no tooltip of its own: what is around it does. Who hears the window
     * is told by the button.
     *
     * @param around holds the button and nothing else
     * @param reason a full sentence; empty takes the former one away
     */
    public static void show(HBox around, Optional<String> reason) {
        if (around.getProperties().remove(KEY) instanceof Tooltip before) {
            Tooltip.uninstall(around, before);
        }
        around.getChildren().forEach(button -> button.setAccessibleHelp(reason.orElse(null)));
        reason.ifPresent(sentence -> {
            Tooltip tooltip = new Tooltip(sentence);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(400);
            around.getProperties().put(KEY, tooltip);
            Tooltip.install(around, tooltip);
        });
    }

    /**
     * What is in a menu has no tooltips, so it says it in its own words, and is disabled.
     *
     * @param words what is offered
     * @param reason empty when it is offered
     */
    public static void show(MenuItem item, String words, Optional<String> reason) {
        item.setDisable(reason.isPresent());
        item.setText(reason.map(why -> TEXTS.text("whyNot.menu", words, why)).orElse(words));
    }
}
