package dev.howdah.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table hears of rows that come, go and move, and of nothing else. */
class SteadyRowsTest {
    private record Role(int oid, String name, int sessions) {}

    private final LiveRows<Integer, Role> rows = new LiveRows<>(Role::oid);
    private final SortedList<LiveRow<Role>> sorted =
            new SortedList<>(rows.rows(), Comparator.comparing(row -> row.get().name()));
    private final SteadyRows<Role> steady = new SteadyRows<>(sorted);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void showTwo() {
        rows.show(List.of(new Role(1, "ann", 0), new Role(2, "bob", 0)));
        steady.addListener((ListChangeListener<LiveRow<Role>>) this::hear);
    }

    private void hear(ListChangeListener.Change<? extends LiveRow<Role>> change) {
        while (change.next()) {
            heard.add(
                    change.wasPermutated()
                            ? "moved " + change.getPermutation(0) + change.getPermutation(1)
                            : "added "
                                    + names(change.getAddedSubList())
                                    + " removed "
                                    + names(change.getRemoved()));
        }
    }

    @Test
    void saysNothingWhenOnlyContentChanges() {
        rows.show(List.of(new Role(1, "anna", 5), new Role(2, "bob", 3)));

        assertEquals(List.of(), heard);
        assertEquals(List.of("anna", "bob"), names(steady));
    }

    @Test
    void saysWhenRowsChangePlaces() {
        rows.show(List.of(new Role(1, "zoe", 0), new Role(2, "bob", 0)));

        assertEquals("moved 10", heard.getFirst());
        assertEquals(List.of("bob", "zoe"), names(steady));
    }

    @Test
    void saysWhoComesAndGoes() {
        rows.show(List.of(new Role(2, "bob", 0), new Role(3, "eve", 0)));

        assertEquals(List.of("added [] removed [ann]", "added [eve] removed []"), heard);
        assertEquals(List.of("bob", "eve"), names(steady));
    }

    private static List<String> names(List<? extends LiveRow<Role>> rows) {
        return rows.stream().map(row -> row.get().name()).toList();
    }
}
