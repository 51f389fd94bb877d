package dev.howdah.ui.users.access;

import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A line of the access table: a schema, the objects of one kind in it, one of these objects, or
 * what an owner will create later.
 *
 * @param id tells it from every other line, and is the same after the next reading
 * @param cells by column; without one the privilege doesn't exist there
 * @param subject what it stands for
 * @param below the lines under it, made when they are asked for
 */
record AccessLine(
        String id,
        String label,
        Map<AccessColumn, AccessCell> cells,
        Subject subject,
        Supplier<List<AccessLine>> below) {
    AccessLine {
        cells = Map.copyOf(cells);
    }

    /** What a line stands for. */
    sealed interface Subject {}

    /** Several objects of one kind. */
    record Objects(String schema, ObjectKind kind) implements Subject {}

    record One(AccessObject object) implements Subject {}

    /** Objects that this owner creates later. */
    record Later(String schema, String owner, DefaultsKind kind) implements Subject {}

    static AccessLine leaf(
            String id, String label, Map<AccessColumn, AccessCell> cells, Subject subject) {
        return new AccessLine(id, label, cells, subject, List::of);
    }

    Optional<AccessObject> object() {
        return subject instanceof One(AccessObject object) ? Optional.of(object) : Optional.empty();
    }
}
