package dev.howdah.ui.stats.activity;

import dev.howdah.core.Texts;
import dev.howdah.ui.stats.session.AgeCell;
import dev.howdah.ui.stats.session.SessionWords;
import dev.howdah.ui.table.LiveRow;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of the table of groups. */
final class GroupCells {
    private static final Texts TEXTS = Texts.of(GroupCells.class);

    private GroupCells() {}

    /** Sessions without an application name or address form a group, too. */
    static String name(SessionGroup group) {
        return group.name().isEmpty() ? TEXTS.text("grouping.nameless") : group.name();
    }

    static void words(
            TableColumn<LiveRow<SessionGroup>, SessionGroup> column,
            Function<SessionGroup, String> words) {
        column(column, words, Comparator.comparing(words));
    }

    /** Zero stays blank, so that the eye finds what is there. */
    static void number(
            TableColumn<LiveRow<SessionGroup>, SessionGroup> column,
            ToIntFunction<SessionGroup> number) {
        column(
                column,
                group -> {
                    int value = number.applyAsInt(group);
                    return value == 0 ? "" : Integer.toString(value);
                },
                Comparator.comparingInt(number));
    }

    static void longest(TableColumn<LiveRow<SessionGroup>, SessionGroup> column) {
        column(column, _ -> "", Comparator.comparing(SessionGroup::longest));
        column.setCellFactory(_ ->
                new AgeCell<>(
                        group ->
                                group.longest().isZero()
                                        ? ""
                                        : SessionWords.shortly(group.longest()),
                        SessionGroup::concern));
    }

    private static void column(
            TableColumn<LiveRow<SessionGroup>, SessionGroup> column,
            Function<SessionGroup, String> words,
            Comparator<SessionGroup> order) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setComparator(order);
        column.setCellFactory(_ -> new WordsCell(words));
    }

    /** One text about a group. */
    private static final class WordsCell extends TableCell<LiveRow<SessionGroup>, SessionGroup> {
        private final Function<SessionGroup, String> words;

        WordsCell(Function<SessionGroup, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable SessionGroup group, boolean empty) {
            super.updateItem(group, empty);
            setText(empty || group == null ? null : words.apply(group));
        }
    }
}
