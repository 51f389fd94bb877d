package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.window.OpenServer;
import dev.howdah.core.file.AppFolders;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes a picture of every tab, in both themes and two sizes, of the lab at work. For people to
 * look at: run {@code ./mvnw -Ppictures verify} and open {@code target/pictures}.
 */
@Tag("pictures")
class TabPictures {
    /** As many samples are 2 s apart: enough that the small lines show something. */
    private static final int SAMPLES_FIRST = 30;

    private static final int SAMPLES_PER_TAB = 3;
    private static final List<int[]> SIZES =
            List.of(new int[] {1_000, 700}, new int[] {1_600, 1_000});

    /** In samples: three minutes. */
    private static final int LONGEST_WITHOUT_A_QUEUE = 180;

    private static final List<Place> PLACES =
            List.of(
                    Place.OVERVIEW,
                    Place.USERS,
                    Place.BACKUPS,
                    Place.BACKUPS_RESTORES,
                    Place.BACKUPS_DUMPS,
                    Place.BACKUPS_ARCHIVE,
                    Place.STATS_ACTIVITY,
                    Place.STATS_LOCKS,
                    Place.STATS_STATEMENTS,
                    Place.STATS_CHARTS,
                    Place.STATS_RESOURCES,
                    Place.SETTINGS_ALLOWLIST,
                    Place.SETTINGS_PLAN,
                    Place.SETTINGS_VERSION,
                    Place.SETTINGS_SERVICE,
                    Place.SETTINGS_LOGS,
                    Place.SETTINGS_PARAMETERS,
                    Place.SETTINGS_EXTENSIONS);

    @Test
    void ofEveryTabOfTheLabAtWork(@TempDir Path data) throws Exception {
        Fx.start();
        Wiring made =
                Fx.call(() -> {
                    AppFolders folders = AppFolders.under(data);
                    folders.create();
                    return new Wiring(folders, SomeDesktop.plain());
                });
        try {
            Scene scene = Fx.call(() -> new Scene(made.view, 1_000, 700));
            Fx.run(() -> Fx.style(scene, Look.LIGHT));
            Fx.run(() -> made.desk.choose(made.rail.lab()));
            Fx.picture(made.view, "start", Look.LIGHT, 1_000, 700);
            Fx.eventually("the lab is open", () -> made.desk.front().isPresent());
            OpenServer lab = Fx.call(() -> made.desk.front().orElseThrow());
            awaitSamples(lab, SAMPLES_FIRST);
            for (Place place : PLACES) {
                if (place == Place.STATS_ACTIVITY) {
                    awaitALockQueue(lab);
                }
                Fx.run(() -> lab.pane().goTo(place, ""));
                awaitSamples(lab, SAMPLES_PER_TAB);
                pictures(made, place.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                if (place == Place.USERS) {
                    picturesOfARole(made, lab);
                }
            }
            picturesOfACopy(made, lab);
            picturesOfNodes(made, lab);
            Fx.run(made.journal::show);
            // what is parted is in the view only once it was laid out
            pictures(made, "journal");
            Fx.eventually("the journal's changes", () -> changes(made).getItems().size() > 1);
            Fx.run(() -> changes(made).getSelectionModel().select(1));
            pictures(made, "journal");
        } finally {
            made.close();
        }
    }

    private static void pictures(Wiring made, String name) throws IOException {
        for (int[] size : SIZES) {
            for (Look look : Look.values()) {
                Path picture = Fx.picture(made.view, name, look, size[0], size[1]);
                assertTrue(Files.size(picture) > 10_000, picture.toString());
            }
        }
    }

    /** The pages about a role, and the form of a new user over the window. */
    private static void picturesOfARole(Wiring made, OpenServer lab) throws IOException {
        Fx.run(() -> lab.pane().goTo(Place.USERS, "report-service"));
        awaitSamples(lab, SAMPLES_PER_TAB);
        Fx.run(() -> {
            TableView<?> roles = (TableView<?>) made.view.lookup("#roles");
            roles.getSelectionModel().clearAndSelect(1);
        });
        for (String page : List.of("role", "access", "proof")) {
            Fx.run(() -> ((ToggleButton) made.view.lookup("#" + page)).fire());
            awaitSamples(lab, SAMPLES_PER_TAB);
            pictures(made, "users-" + page);
        }
        Fx.run(() -> ((SplitMenuButton) made.view.lookup("#newUser")).fire());
        Fx.eventually("the form is there", () -> made.view.lookup(".form-columns") != null);
        // what scrolls is in the view only once it was laid out
        pictures(made, "users-new");
        Fx.run(() -> ((TextField) made.view.lookup(".form-columns #name")).setText("analyst01"));
        awaitSamples(lab, SAMPLES_PER_TAB);
        pictures(made, "users-new");
        Fx.run(made.dialogs::close);
        Fx.run(() -> ((Button) made.view.lookup("#defaults")).fire());
        Fx.eventually("the list is there", () -> made.view.lookup(".dialog-box") != null);
        awaitSamples(lab, SAMPLES_PER_TAB);
        pictures(made, "users-defaults");
        Fx.run(made.dialogs::close);
    }

    /** A copy in the lab: asked for, proven, open. */
    private static void picturesOfACopy(Wiring made, OpenServer lab) throws IOException {
        Fx.run(() -> lab.pane().goTo(Place.BACKUPS_RESTORES, ""));
        Fx.eventually("it can be restored", () -> !button(made, "#restoreAndProve").isDisabled());
        Fx.run(button(made, "#restoreAndProve")::fire);
        Fx.eventually("the change is shown", () -> made.view.lookup(".dialog-box #act") != null);
        pictures(made, "copy-confirm");
        Fx.run(button(made, ".dialog-box #act")::fire);
        Fx.eventually("the copy", () -> made.rail.servers().size() == 2);
        awaitSamples(lab, SAMPLES_PER_TAB);
        Fx.run(made.dialogs::close);
        awaitSamples(lab, 2 * SAMPLES_PER_TAB);
        pictures(made, "copy-proven");
        RailEntry copy = Fx.call(() -> made.rail.servers().getLast());
        Fx.run(() -> made.desk.choose(copy));
        Fx.eventually(
                "the copy is open",
                () -> made.desk.front().filter(front -> front.entry() == copy).isPresent());
        OpenServer open = Fx.call(() -> made.desk.front().orElseThrow());
        awaitSamples(open, SAMPLES_PER_TAB);
        pictures(made, "copy-overview");
        for (Place place :
                List.of(Place.BACKUPS, Place.SETTINGS_ALLOWLIST, Place.SETTINGS_SERVICE)) {
            Fx.run(() -> open.pane().goTo(place, ""));
            awaitSamples(open, SAMPLES_PER_TAB);
            pictures(made, "copy-" + place.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        Fx.run(() -> made.desk.choose(made.rail.lab()));
    }

    /** A plan of three nodes that is being built, and a switch on its way. */
    private static void picturesOfNodes(Wiring made, OpenServer lab) throws IOException {
        Fx.run(() -> lab.pane().goTo(Place.SETTINGS_PLAN, ""));
        awaitSamples(lab, SAMPLES_PER_TAB);
        Fx.run(() -> ((TableView<?>) made.view.lookup("#plans")).getSelectionModel().selectLast());
        Fx.eventually("the plan can be asked for", () -> !button(made, "#change").isDisabled());
        pictures(made, "plan-chosen");
        Fx.run(button(made, "#change")::fire);
        Fx.eventually("the change is shown", () -> made.view.lookup(".dialog-box #act") != null);
        pictures(made, "plan-confirm");
        Fx.run(button(made, ".dialog-box #act")::fire);
        Fx.eventually("it is followed", () -> made.view.lookup("#work").isVisible());
        Fx.run(made.dialogs::close);
        Fx.picture(made.view, "plan-working", Look.LIGHT, 1_000, 700);
        Fx.picture(made.view, "plan-working", Look.DARK, 1_600, 1_000);
        awaitSamples(lab, SAMPLES_FIRST);
        for (Place place : List.of(Place.OVERVIEW, Place.SETTINGS_SERVICE, Place.SETTINGS_LOGS)) {
            Fx.run(() -> lab.pane().goTo(place, ""));
            awaitSamples(lab, SAMPLES_PER_TAB);
            pictures(made, "nodes-" + place.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The rail's button to the journal has the same name. */
    private static TableView<?> changes(Wiring made) {
        return (TableView<?>) made.view.lookup(".journal-page #journal");
    }

    private static Button button(Wiring made, String selector) {
        return Fx.call(() -> (Button) made.view.lookup(selector));
    }

    private static void awaitSamples(OpenServer server, int more) {
        for (int i = 0; i < more; i++) {
            Object last = Fx.call(() -> server.session().vitals().samples().size());
            Fx.eventually(
                    "another sample",
                    () -> !last.equals(server.session().vitals().samples().size()));
        }
    }

    /** The lab makes one every two minutes or so; activity and locks without it look empty. */
    private static void awaitALockQueue(OpenServer server) {
        for (int i = 0; i < LONGEST_WITHOUT_A_QUEUE && openTransactions(server) < 3; i++) {
            awaitSamples(server, 1);
        }
    }

    private static double openTransactions(OpenServer server) {
        return Fx.call(() -> server.session().vitals().samples().getLast().inTransaction());
    }
}
