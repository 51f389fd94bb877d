package dev.howdah.ui.users.list;

import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.list.RoleLine.Heading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** Roles as lines under headings that open and close: searched, filtered and sorted. */
public final class RoleList {
    private static final Comparator<RoleLine> BY_NAME = RoleLine.by(entry -> entry.role().name());

    private final LiveRows<Object, RoleLine> rows = new LiveRows<>(RoleLine::key);
    // Sorted first and filtered then: a key pressed in the search costs one pass and no sorting.
    private final SortedList<LiveRow<RoleLine>> sorted = new SortedList<>(rows.rows());
    private final FilteredList<LiveRow<RoleLine>> lines = new FilteredList<>(sorted);
    private final ObjectProperty<@Nullable Comparator<LiveRow<RoleLine>>> order =
            new SimpleObjectProperty<>();
    private final RoleFilter filter = new RoleFilter(this::narrow);
    private final Set<Kind> open = EnumSet.of(Kind.ADMINISTRATOR, Kind.LOGIN, Kind.GROUP);
    private List<Entry> entries = List.of();

    RoleList() {
        lines.setPredicate(row -> isListed(row.get()));
        sort();
        order.subscribe(this::sort);
    }

    /** Lists these in the place of what there was. */
    void show(List<Entry> newest) {
        entries = newest;
        list();
    }

    /** Tells which roles nobody works as, by their oids; empty while that is not known. */
    void know(Optional<Set<Long>> unused) {
        filter.know(unused);
        narrow();
    }

    /** Puts all under headings that count what is looked for. */
    private void list() {
        Map<Kind, Integer> matching = new EnumMap<>(Kind.class);
        List<RoleLine> all = new ArrayList<>(entries);
        for (Entry entry : entries) {
            matching.merge(entry.kind(), filter.matches(entry) ? 1 : 0, Integer::sum);
        }
        matching.forEach((kind, count) -> all.add(new Heading(kind, count, isOpen(kind))));
        rows.show(all);
    }

    /** Something else is looked for, or a heading was opened or closed. */
    private void narrow() {
        list();
        lines.setPredicate(row -> isListed(row.get()));
    }

    private boolean isListed(RoleLine line) {
        return switch (line) {
            case Heading heading -> heading.matching() > 0 || !filter.isNarrowing();
            case Entry entry -> isOpen(entry.kind()) && filter.matches(entry);
        };
    }

    /** While something is looked for, closed headings hide nothing. */
    private boolean isOpen(Kind kind) {
        return open.contains(kind) || filter.isNarrowing();
    }

    private void sort() {
        Comparator<LiveRow<RoleLine>> byColumn = order.get();
        Comparator<LiveRow<RoleLine>> withinKind =
                byColumn == null
                        ? Comparator.comparing(LiveRow::get, BY_NAME)
                        : byColumn.thenComparing(LiveRow::get, BY_NAME);
        sorted.setComparator(
                Comparator.<LiveRow<RoleLine>, Kind>comparing(row -> row.get().kind())
                        .thenComparing(row -> row.get() instanceof Entry)
                        .thenComparing(withinKind));
    }

    /** Opens or closes the heading of a kind. */
    public void toggle(Kind kind) {
        if (!open.remove(kind)) {
            open.add(kind);
        }
        narrow();
    }

    /** The row of a role, with whatever hid it taken away; empty when it is not known. */
    public Optional<LiveRow<RoleLine>> reveal(long oid) {
        Optional<LiveRow<RoleLine>> row = rows.row(oid);
        row.ifPresent(found -> {
            open.add(found.get().kind());
            if (found.get() instanceof Entry entry && !filter.matches(entry)) {
                filter.clear();
            }
            narrow();
        });
        return row;
    }

    /** The row of a role; empty when it is hidden or not known. */
    Optional<LiveRow<RoleLine>> listed(long oid) {
        return rows.row(oid).filter(lines::contains);
    }

    public ObservableList<LiveRow<RoleLine>> lines() {
        return lines;
    }

    /** The comparator of the columns; lines stay under their headings whatever it says. */
    public ObjectProperty<@Nullable Comparator<LiveRow<RoleLine>>> order() {
        return order;
    }

    /** What the person looks for. */
    public RoleFilter search() {
        return filter;
    }
}
