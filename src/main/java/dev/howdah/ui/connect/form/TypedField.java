package dev.howdah.ui.connect.form;

import dev.howdah.profile.text.ConnectionText;
import dev.howdah.ui.connect.form.ServerFields.Field;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** Ties a text field to what it fills, and keeps a file that is pasted by mistake out of it. */
public final class TypedField {
    /** One more than a connection text may have, so that its own sentence says it is too long. */
    private static final int MOST_TYPED = ConnectionText.MAX_LENGTH + 1;

    private TypedField() {}

    /** What is typed, and the complaint below once the field was left. */
    static void bind(TextField field, Label complaint, ServerFields fields, Field which) {
        limit(field);
        field.textProperty().bindBidirectional(fields.text(which));
        field.focusedProperty()
                .subscribe((before, focused) -> {
                    if (before && !focused) {
                        fields.touch(which);
                    }
                });
        fields.problem(which)
                .subscribe(sentence -> {
                    complaint.setText(sentence);
                    complaint.setVisible(!sentence.isEmpty());
                    complaint.setManaged(!sentence.isEmpty());
                });
    }

    /** Cuts what is too long for any field. */
    public static void limit(TextField field) {
        field.setTextFormatter(
                new TextFormatter<>(change -> {
                    int over = change.getControlNewText().length() - MOST_TYPED;
                    if (over > 0) {
                        String text = change.getText();
                        change.setText(text.substring(0, text.length() - over));
                        int end = change.getRangeStart() + change.getText().length();
                        change.selectRange(end, end);
                    }
                    return change;
                }));
    }
}
