package dev.howdah.ui.overview.facts;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.ServerShape.Extension;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot.IndexRow;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The extensions of the database, and the vector indexes where pgvector is one of them. */
public final class ExtensionsViewModel {
    private static final Texts TEXTS = Texts.of(ExtensionsViewModel.class);

    private final Supplier<Optional<ServerShape>> shape;
    private final ObservableList<String> extensions = FXCollections.observableArrayList();
    private final LiveRows<String, IndexRow> indexes =
            new LiveRows<>(index -> index.schema() + "\0" + index.name());
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<PanelState> vectorState =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyBooleanWrapper vectors = new ReadOnlyBooleanWrapper(false);

    /**
     * @param shape of the server; empty before the first connection
     */
    public ExtensionsViewModel(Supplier<Optional<ServerShape>> shape) {
        this.shape = shape;
    }

    /** The list is part of the shape, which is read at connect; facts come after it. */
    public void showFacts(Reading<ServerFacts> reading) {
        List<String> next =
                shape.get().map(ServerShape::extensions).orElse(Map.of()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> said(entry.getKey(), entry.getValue()))
                        .toList();
        if (!extensions.equals(next)) {
            extensions.setAll(next);
        }
        state.set(PanelState.of(reading, next.isEmpty()));
    }

    private static String said(String name, Extension extension) {
        return TEXTS.text("extensions.one", name, extension.version());
    }

    public void showVectors(Reading<VectorIndexesSnapshot> reading) {
        Optional<VectorIndexesSnapshot> known = reading.content();
        vectors.set(known.flatMap(VectorIndexesSnapshot::extensionVersion).isPresent());
        vectorState.set(
                PanelState.of(
                        reading, known.map(found -> found.indexes().isEmpty()).orElse(false)));
        known.ifPresent(found -> indexes.show(found.indexes()));
    }

    /** Name and version of each, by name. */
    ObservableList<String> extensions() {
        return extensions;
    }

    ObservableList<LiveRow<IndexRow>> indexes() {
        return indexes.rows();
    }

    static String sizeText(IndexRow index) {
        return Quantities.bytes((double) index.estimatedBytes());
    }

    static String rowsText(IndexRow index) {
        return Quantities.shortCount((double) Math.max(0, index.estimatedRows()));
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PanelState> vectorState() {
        return vectorState.getReadOnlyProperty();
    }

    /** Whether pgvector is installed, so that there is a second panel. */
    ReadOnlyBooleanProperty vectors() {
        return vectors.getReadOnlyProperty();
    }
}
