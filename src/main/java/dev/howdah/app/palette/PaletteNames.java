package dev.howdah.app.palette;

import dev.howdah.app.window.OpenServer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.ui.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the names of roles and parameters for the palette, once it is open. */
public final class PaletteNames {
    private static final Logger LOG = LoggerFactory.getLogger(PaletteNames.class);
    private static final Texts TEXTS = Texts.of(PaletteNames.class);

    private final Executor background;
    private final OpenServer server;

    public PaletteNames(Executor background, OpenServer server) {
        this.background = background;
        this.server = server;
    }

    /** Adds what is found when it is there; the palette does not wait for it. */
    public void findInto(PaletteViewModel model) {
        background.execute(() -> {
            List<PaletteEntry> found = new ArrayList<>();
            PgReader reader = server.session().reader();
            try {
                for (var role : reader.ask(new RolesQuery()).roles()) {
                    found.add(entry("palette.role", role.name(), Place.USERS));
                }
                for (var setting : reader.ask(new SettingsQuery()).settings()) {
                    found.add(
                            entry("palette.parameter", setting.name(), Place.SETTINGS_PARAMETERS));
                }
            } catch (ProblemException e) {
                // The palette still finds everything else, and the panels say what is wrong.
                LOG.debug("No names for the palette", e);
            }
            Platform.runLater(() -> model.add(found));
        });
    }

    private PaletteEntry entry(String kind, String name, Place place) {
        return new PaletteEntry(TEXTS.text(kind), name, "", () -> server.pane().goTo(place, name));
    }
}
