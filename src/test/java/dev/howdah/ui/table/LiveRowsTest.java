package dev.howdah.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;

/** Rows stay where they are while their content changes. */
class LiveRowsTest {
    private record Role(int oid, String name) {}

    private final LiveRows<Integer, Role> rows = new LiveRows<>(Role::oid);

    @Test
    void keepsTheRowOfTheSameThingAndChangesItsContent() {
        rows.show(List.of(new Role(1, "ann"), new Role(2, "bob")));
        LiveRow<Role> ann = rows.row(1).orElseThrow();

        rows.show(List.of(new Role(3, "eve"), new Role(1, "anna")));

        assertEquals(List.of("anna", "eve"), names(rows.rows()));
        assertSame(ann, rows.rows().getFirst());
        assertEquals(java.util.Optional.empty(), rows.row(2));
    }

    @Test
    void saysNothingWhenNothingChanged() {
        rows.show(List.of(new Role(1, "ann"), new Role(2, "bob")));
        List<String> events = new ArrayList<>();
        rows.rows().addListener((ListChangeListener<LiveRow<Role>>) c -> events.add(c.toString()));

        rows.show(List.of(new Role(2, "bob"), new Role(1, "ann")));

        assertEquals(List.of(), events);
    }

    @Test
    void movesARowInASortedListWhenItsContentChanges() {
        SortedList<LiveRow<Role>> sorted =
                new SortedList<>(rows.rows(), Comparator.comparing(row -> row.get().name()));
        rows.show(List.of(new Role(1, "ann"), new Role(2, "bob")));

        rows.show(List.of(new Role(1, "zoe"), new Role(2, "bob")));

        assertEquals(List.of("bob", "zoe"), names(sorted));
    }

    @Test
    void announcesAllChangesOfContentAtOnce() {
        rows.show(List.of(new Role(1, "ann"), new Role(2, "bob"), new Role(3, "eve")));
        List<String> events = new ArrayList<>();
        rows.rows()
                .addListener(
                        (ListChangeListener<LiveRow<Role>>)
                                c -> {
                                    while (c.next()) {
                                        events.add(c.wasUpdated() + " " + c.getFrom() + c.getTo());
                                    }
                                });

        rows.show(List.of(new Role(1, "anna"), new Role(2, "bob"), new Role(3, "eva")));

        assertEquals(List.of("true 03"), events);
    }

    @Test
    void announcesAllThatGoAtOnce() {
        rows.show(List.of(new Role(1, "ann"), new Role(2, "bob"), new Role(3, "eve")));
        List<String> events = new ArrayList<>();
        rows.rows().addListener((ListChangeListener<LiveRow<Role>>) c -> events.add(c.toString()));

        rows.show(List.of(new Role(2, "bob")));

        assertEquals(1, events.size());
        assertEquals(List.of("bob"), names(rows.rows()));
    }

    private static List<String> names(List<LiveRow<Role>> rows) {
        return rows.stream().map(row -> row.get().name()).toList();
    }
}
