package dev.howdah.ui.users.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** Ties what somebody types to what is wrong with it. */
public final class Complaints {
    /** More than any name or number needs; a file that is pasted by mistake is cut. */
    private static final int MOST_TYPED = 300;

    private Complaints() {}

    /** The sentence under a field; takes no room while there is none. */
    public static void show(Label label, ObservableValue<String> complaint) {
        complaint.subscribe(sentence -> {
            label.setText(sentence);
            shown(label, !sentence.isEmpty());
        });
    }

    public static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    public static void bind(TextField field, Label complaint, TypedNumber number) {
        limit(field);
        field.textProperty().bindBidirectional(number.text());
        show(complaint, number.complaint());
    }

    public static void limit(TextField field) {
        field.setTextFormatter(
                new TextFormatter<>(change ->
                        change.getControlNewText().length() > MOST_TYPED ? null : change));
    }
}
