package dev.howdah.ui.settings.extensions;

import static dev.howdah.pg.settings.SomeSettings.NOW;
import static dev.howdah.pg.settings.SomeSettings.available;
import static dev.howdah.pg.settings.SomeSettings.extensions;
import static dev.howdah.pg.settings.SomeSettings.installed;
import static dev.howdah.pg.settings.SomeSettings.withoutFiles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.pg.settings.ExtensionsSnapshot;
import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.pg.settings.ExtensionsSnapshot.Installed;
import dev.howdah.ui.panel.PanelState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the panel Extensions shows, without a screen. */
class ExtensionsViewModelTest {
    private final ExtensionsViewModel model = new ExtensionsViewModel();

    @Test
    void saysHowEachExtensionStands() {
        Extension newer =
                new Extension(
                        "postgis",
                        Optional.of(new Installed("3.5", "public")),
                        Optional.of("3.4"),
                        false,
                        "");
        show(
                extensions(
                        installed("hstore", "1.8", "1.8"),
                        installed("pg_stat_statements", "1.9", "1.12"),
                        newer,
                        withoutFiles("timescaledb", "2.1"),
                        available("vector", "0.8")));

        assertEquals(
                List.of(
                        "hstore installed",
                        "pg_stat_statements update available",
                        "postgis other version",
                        "timescaledb files missing",
                        "vector available"),
                model.lines().stream()
                        .map(row -> row.get())
                        .map(e -> e.name() + " " + ExtensionsViewModel.Standing.of(e).words())
                        .toList());
        assertEquals("4 installed in shop, 1 update, 1 more available", model.summary().get());
    }

    @Test
    void countsNoneInWords() {
        show(extensions(available("vector", "0.8")));

        assertEquals("none installed in shop, no update, 1 more available", model.summary().get());
    }

    @Test
    void findsByNameAndDescription() {
        show(extensions(installed("hstore", "1.8", "1.8"), available("vector", "0.8")));

        model.search().set(" DESCRIBES V");
        assertEquals(List.of("vector"), names());

        model.installedOnly().set(true);
        assertEquals(List.of(), names());
    }

    @Test
    void isEmptyOnlyWhenTheServerHasNone() {
        show(extensions());

        assertEquals(PanelState.Phase.EMPTY, model.state().get().phase());
    }

    private void show(ExtensionsSnapshot snapshot) {
        model.show(new Reading.Fresh<>(snapshot, NOW));
    }

    private List<String> names() {
        return model.lines().stream().map(row -> row.get().name()).toList();
    }
}
