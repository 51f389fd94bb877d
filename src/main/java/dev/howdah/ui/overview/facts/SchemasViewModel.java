package dev.howdah.ui.overview.facts;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.server.sizes.SchemasSnapshot;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** The schemas of the database: whose they are, how large, and how much they have grown. */
public final class SchemasViewModel {
    private static final Texts TEXTS = Texts.of(SchemasViewModel.class);

    private final Function<SchemaRow, OptionalLong> growth;
    private final LiveRows<Long, SchemaLine> rows = new LiveRows<>(SchemaLine::oid);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /**
     * A schema with what it has grown.
     *
     * @param grownBytes since the console first looked; empty when not known
     */
    record SchemaLine(SchemaRow schema, OptionalLong grownBytes) {
        long oid() {
            return schema.oid();
        }

        String rowsText() {
            return Quantities.shortCount((double) schema.rows());
        }

        String sizeText() {
            return Quantities.bytes((double) schema.bytes());
        }

        String grownText() {
            if (grownBytes.isEmpty()) {
                return "–";
            }
            long grown = grownBytes.getAsLong();
            return (grown > 0 ? "+" : "") + Quantities.bytes((double) grown);
        }
    }

    /**
     * @param growth how much a schema has grown since the console first looked
     */
    public SchemasViewModel(Function<SchemaRow, OptionalLong> growth) {
        this.growth = growth;
    }

    public void show(Reading<SchemasSnapshot> reading) {
        boolean nothing = reading.content().map(known -> known.schemas().isEmpty()).orElse(false);
        state.set(PanelState.of(reading, nothing));
        reading.content().ifPresent(this::show);
    }

    private void show(SchemasSnapshot known) {
        rows.show(
                known.schemas().stream()
                        .map(schema -> new SchemaLine(schema, growth.apply(schema)))
                        .toList());
        long unknown = known.schemas().stream().mapToLong(SchemaRow::unknownTables).sum();
        note.set(
                TEXTS.text(
                        known.measured()
                                ? "schemas.note.measured"
                                : unknown == 0
                                        ? "schemas.note.estimated"
                                        : "schemas.note.neverAnalyzed",
                        unknown));
    }

    ObservableList<LiveRow<SchemaLine>> rows() {
        return rows.rows();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** Where the sizes come from. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }
}
