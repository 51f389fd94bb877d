package dev.howdah.ui.overview.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot;
import dev.howdah.pg.server.sizes.SchemasSnapshot;
import dev.howdah.ui.overview.SomeReadings;
import dev.howdah.ui.overview.facts.SchemasViewModel.SchemaLine;
import dev.howdah.ui.panel.PanelState.Phase;
import dev.howdah.ui.table.LiveRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsViewModelsTest {

    private static SchemasViewModel schemas() {
        return new SchemasViewModel(schema ->
                switch (schema.name()) {
                    case "orders" -> OptionalLong.of(3_670_016);
                    case "payments" -> OptionalLong.of(-1_024);
                    case "users" -> OptionalLong.of(0);
                    default -> OptionalLong.empty();
                });
    }

    @Test
    void aSchemaSaysItsSizeAndWhatItHasGrown() {
        SchemasViewModel model = schemas();
        model.show(SomeReadings.fresh(SomeReadings.schemas()));

        SchemaLine orders = model.rows().getFirst().get();
        assertEquals("2.40 M", orders.rowsText());
        assertEquals("1.02 GB", orders.sizeText());
        assertEquals(
                List.of("+3.50 MB", "-1.00 kB", "–", "–", "0 B", "–", "–"),
                model.rows().stream().map(LiveRow::get).map(SchemaLine::grownText).toList());
        assertEquals("1 table was never analyzed and is left out", model.note().get());
    }

    @Test
    void aDatabaseWithoutSchemasIsEmptyAndNotUnknown() {
        SchemasViewModel model = schemas();
        model.show(SomeReadings.fresh(new SchemasSnapshot(false, List.of())));
        assertEquals(Phase.EMPTY, model.state().get().phase());

        model.show(SomeReadings.unavailable(SomeReadings.FORBIDDEN));
        assertEquals(Phase.UNAVAILABLE, model.state().get().phase());
    }

    @Test
    void theRowOfASchemaStaysWhenItsContentChanges() {
        SchemasViewModel model = schemas();
        model.show(SomeReadings.fresh(SomeReadings.schemas()));
        LiveRow<SchemaLine> before = model.rows().getFirst();

        model.show(SomeReadings.stale(SomeReadings.schemas()));

        assertEquals(before, model.rows().getFirst());
        assertEquals(7, model.rows().size());
    }

    @Test
    void parametersKeepTheOrderInWhichTheyAreAskedFor() {
        ParametersViewModel model = new ParametersViewModel();
        model.show(SomeReadings.fresh(SomeReadings.facts()));

        assertEquals("max_connections", model.rows().getFirst().get().name());
        assertEquals(12, model.rows().size());
    }

    @ParameterizedTest
    @CsvSource({
        "work_mem, 4.00 MB, 4096, 4 MB",
        "shared_buffers, 16.0 MB, 2048, 16 MB",
        "max_wal_size, 1.50 GB, 1536, 1.5 GB",
        "max_connections, 100, 100, 100",
        "statement_timeout, 0, 0, off (0)",
        "statement_timeout, 5.0 s, 5000, 5 s",
        "log_min_duration_statement, -1, -1, off (-1)",
        "log_min_duration_statement, 0, 0, 0",
    })
    void aParameterIsShownExactly(String name, String value, String raw, String shown) {
        assertEquals(
                shown,
                ParametersViewModel.valueText(
                        new SettingRow(name, value, raw, "", "default", false)));
    }

    @Test
    void vectorIndexesAppearOnlyWherePgvectorIs() {
        ExtensionsViewModel model = new ExtensionsViewModel(Optional::empty);
        model.showVectors(
                SomeReadings.fresh(new VectorIndexesSnapshot(Optional.empty(), List.of())));
        assertFalse(model.vectors().get());

        model.showVectors(
                SomeReadings.fresh(new VectorIndexesSnapshot(Optional.of("0.8.1"), List.of())));
        assertTrue(model.vectors().get());
        assertEquals(Phase.EMPTY, model.vectorState().get().phase());

        model.showVectors(SomeReadings.fresh(SomeReadings.vectors()));
        assertEquals(2, model.indexes().size());
        assertEquals(Phase.FRESH, model.vectorState().get().phase());
    }
}
