package dev.howdah.ui.stats.session;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How long something has lasted, right-aligned, with the judgement as icon and word before it.
 *
 * @param <R> a row of the table
 * @param <T> its content
 */
public final class AgeCell<R, T> extends TableCell<R, T> {
    private final Function<T, String> age;
    private final Function<T, Concern> concern;
    private final FontIcon icon = new FontIcon("fth-alert-triangle");
    private final Label word = new Label();
    private final Label duration = new Label();
    private final HBox all;

    public AgeCell(Function<T, String> age, Function<T, Concern> concern) {
        this.age = age;
        this.concern = concern;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        icon.getStyleClass().add("concern-icon");
        word.getStyleClass().addAll("concern-word", "caption");
        duration.getStyleClass().addAll("concern-word", "figures");
        duration.setMinWidth(Region.USE_PREF_SIZE);
        all = new HBox(icon, word, gap, duration);
        all.setAlignment(Pos.CENTER_LEFT);
        all.getStyleClass().add("age-line");
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
        super.updateItem(value, empty);
        if (empty || value == null) {
            setGraphic(null);
            return;
        }
        Concern now = concern.apply(value);
        icon.setVisible(now != Concern.NONE);
        icon.setManaged(now != Concern.NONE);
        ConcernStyle.apply(icon, now);
        ConcernStyle.apply(word, now);
        ConcernStyle.apply(duration, now);
        word.setText(SessionWords.concern(now));
        duration.setText(age.apply(value));
        setGraphic(all);
    }
}
