package dev.howdah.ui.settings.parameters;

import static dev.howdah.pg.settings.SomeSettings.NOW;
import static dev.howdah.pg.settings.SomeSettings.choice;
import static dev.howdah.pg.settings.SomeSettings.configured;
import static dev.howdah.pg.settings.SomeSettings.number;
import static dev.howdah.pg.settings.SomeSettings.pending;
import static dev.howdah.pg.settings.SomeSettings.setIn;
import static dev.howdah.pg.settings.SomeSettings.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.settings.SettingsSnapshot;
import dev.howdah.pg.settings.SettingsSnapshot.Origin;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.pg.settings.SomeSettings;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the panel Parameters shows, without a screen. */
class ParametersViewModelTest {
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The connection broke.", "");

    private final ParametersViewModel model = new ParametersViewModel();

    @Test
    void countsWhatIsChangedAndWhatWaits() {
        show(SomeSettings.company());

        assertEquals("13 parameters", model.summary().get());
        assertEquals("Changed 5", model.changedLabel().get());
        assertEquals("Restart pending 1", model.pendingLabel().get());
        assertEquals(
                "Some parameters are hidden from this role.",
                model.notices().get().getFirst().sentence());
    }

    @Test
    void countsInTheSingularAndSaysNothingWhenAllIsSeen() {
        show(snapshot(number("work_mem", "4096", "kB", "Memory")));

        assertEquals("1 parameter", model.summary().get());
        assertEquals(List.of(), model.notices().get());
    }

    @Test
    void findsEveryWordInNameExplanationOrCategory() {
        show(SomeSettings.company());

        model.filter().text().set("  MEM resource ");

        assertEquals(List.of("maintenance_work_mem", "shared_buffers", "work_mem"), names());
        assertEquals("3 of 13 parameters", model.summary().get());
    }

    @Test
    void filtersByChangeRestartAndCategory() {
        show(SomeSettings.company());

        model.filter().changed().set(true);
        assertEquals(
                List.of(
                        "lock_timeout",
                        "maintenance_work_mem",
                        "max_connections",
                        "search_path",
                        "shared_buffers"),
                names());
        model.filter().restart().set(true);
        model.filter().category().set("Resource Usage");
        assertEquals(List.of("maintenance_work_mem", "shared_buffers"), names());

        model.filter().clear();
        model.filter().pending().set(true);
        assertEquals(List.of("max_connections"), names());
    }

    @Test
    void offersCategoriesWithTheWiderOnesBeforeThem() {
        show(
                snapshot(
                        number("a", "1", "", "Write-Ahead Log / Checkpoints"),
                        number("b", "1", "", "Error Handling"),
                        number("c", "1", "", "Write-Ahead Log / Archiving")));

        assertEquals(
                List.of(
                        "",
                        "Error Handling",
                        "Write-Ahead Log",
                        "Write-Ahead Log / Archiving",
                        "Write-Ahead Log / Checkpoints"),
                model.categories());
    }

    @Test
    void forgetsAChosenCategoryThatIsGone() {
        show(snapshot(number("a", "1", "", "Customized Options")));
        model.filter().category().set("Customized Options");

        show(snapshot(number("b", "1", "", "Error Handling")));

        assertEquals("", model.filter().category().get());
        assertEquals(List.of("b"), names());
    }

    @Test
    void saysEverythingAboutOneParameter() {
        Setting buffers =
                pending(configured(number("shared_buffers", "16384", "8kB", "Memory"), "131072"));
        show(snapshot(buffers));
        assertNull(model.detail().get());

        model.look(model.lines().getFirst());

        ParameterDetail detail = Objects.requireNonNull(model.detail().get());
        assertEquals("1 GB", detail.value());
        assertEquals("shared_buffers = 1GB", detail.line());
        assertEquals(
                List.of(
                        "The configuration says something else already; it counts after a restart."),
                detail.notices().stream().map(n -> n.sentence()).toList());
        assertEquals(
                List.of(
                        "Default: 128 MB",
                        "Kept as: 131072 × 8kB",
                        "Range: 0 to 16.0 TB",
                        "Is: whole number",
                        "Set in: configuration",
                        "File: /etc/postgresql/18/main/postgresql.conf, line 127",
                        "Change needs: a restart of the server"),
                detail.facts().stream().map(f -> f.label() + ": " + f.value()).toList());
    }

    @Test
    void quotesALineAsTheConfigurationFileWantsIt() {
        assertEquals("wal_level = replica", line(choice("wal_level", "replica")));
        assertEquals("x = '\"$user\", public'", line(number("x", "\"$user\", public", "", "")));
        assertEquals("x = 'it''s'", line(number("x", "it's", "", "")));
        assertEquals("x = ''", line(number("x", "", "", "")));
        assertEquals("x = -1", line(number("x", "-1", "kB", "")));
        assertEquals("x = 90s", line(number("x", "90", "s", "")));
    }

    @Test
    void neverPassesTheConsolesOwnValueForTheServers() {
        Setting ours =
                setIn(number("TimeZone", "GMT", "", "Locale"), Origin.THIS_CONSOLE, "Europe/Paris");
        show(snapshot(ours));
        model.look(model.lines().getFirst());

        assertEquals("Changed 0", model.changedLabel().get());
        assertEquals(
                "The console's own connection set this.",
                Objects.requireNonNull(model.detail().get()).notices().getFirst().sentence());
    }

    @Test
    void keepsRowsInPlaceAndSortsByColumns() {
        show(SomeSettings.company());
        LiveRow<Setting> first = model.lines().getFirst();
        model.order().set(Comparator.comparing(row -> row.get().origin()));

        show(SomeSettings.company());

        assertSame(first, model.lines().getFirst());
        assertEquals(Origin.CONFIGURATION, model.lines().getLast().get().origin());
    }

    @Test
    void answersEveryReading() {
        model.show(new Reading.Unavailable<>(GONE));
        assertEquals(PanelState.Phase.UNAVAILABLE, model.state().get().phase());
        model.show(new Reading.Stale<>(SomeSettings.company(), NOW, GONE));
        assertEquals(PanelState.Phase.STALE, model.state().get().phase());
        assertEquals(13, names().size());
    }

    private String line(Setting setting) {
        return ParameterWords.detail(setting).line();
    }

    private void show(SettingsSnapshot snapshot) {
        model.show(new Reading.Fresh<>(snapshot, NOW));
    }

    private List<String> names() {
        return model.lines().stream().map(row -> row.get().name()).toList();
    }
}
