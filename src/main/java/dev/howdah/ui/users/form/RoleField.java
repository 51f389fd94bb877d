package dev.howdah.ui.users.form;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A row of a small form about a role. */
public sealed interface RoleField {
    /** One line to type. */
    record Line(String label, StringProperty value, String note) implements RoleField {}

    /** Several lines to type. */
    record Lines(String label, StringProperty value) implements RoleField {}

    /** A number, or nothing for no limit. */
    record Limit(String label, TypedNumber value, String unit) implements RoleField {}

    /**
     * One of some texts.
     *
     * @param open whether others can be typed, too
     */
    record Choice(String label, List<String> texts, StringProperty value, boolean open)
            implements RoleField {
        public Choice {
            texts = List.copyOf(texts);
        }
    }

    /** A day, or none. */
    record Day(String label, ObjectProperty<@Nullable LocalDate> value, String note)
            implements RoleField {}

    /**
     * Yes or no.
     *
     * @param note what follows from the other answer, shown when it is given; empty for nothing
     * @param obstacle why the answer can't be changed, instead of the note; empty when it can
     */
    record Tick(String label, BooleanProperty value, String note, String obstacle)
            implements RoleField {
        public Tick(String label, BooleanProperty value) {
            this(label, value, "", "");
        }
    }

    /** Some of several, side by side; which there are can change while the form is open. */
    record Ticks(String label, ObservableList<Tick> ticks) implements RoleField {}

    /** A new password. */
    record Password(String label, NewPassword value) implements RoleField {}

    /** Something to read before one decides. */
    record Remark(String label, String text) implements RoleField {}
}
