package dev.howdah.ui.users.form;

import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.Names;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The head of a form says in colour and words on which server it will act. */
public final class FormHead {
    private static final Texts TEXTS = Texts.of(FormHead.class);

    private FormHead() {}

    public static void show(Region form, Label target, ChangeTarget where) {
        form.getStyleClass().add(EnvironmentStyle.of(where.environment()));
        target.setText(
                TEXTS.text(
                        "form.target." + EnvironmentStyle.word(where.environment()),
                        Names.visible(where.server())));
    }
}
