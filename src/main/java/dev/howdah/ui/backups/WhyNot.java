package dev.howdah.ui.backups;

import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Says why a button is disabled, which shows no tooltip of its own: what is around it does. */
final class WhyNot {
    private static final String KEY = "why-not";

    private WhyNot() {}

    /**
     * @param around holds the button and nothing else
     * @param reason a full sentence; empty takes the former one away
     */
    static void show(HBox around, Optional<String> reason) {
        if (around.getProperties().remove(KEY) instanceof Tooltip before) {
            Tooltip.uninstall(around, before);
        }
        reason.ifPresent(sentence -> {
            Tooltip tooltip = new Tooltip(sentence);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(400);
            around.getProperties().put(KEY, tooltip);
            Tooltip.install(around, tooltip);
        });
    }
}
