package dev.howdah.ui.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.Fx;
import dev.howdah.ui.Place;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The frame: one panel in front, built when first seen, and only that one may read. */
final class PanelsTabTest {
    private final List<String> told = new ArrayList<>();

    private final class Told implements TabPanel {
        private final Place place;

        Told(Place place) {
            this.place = place;
        }

        private void tell(String what) {
            told.add(place.name().substring("STATS_".length()) + " " + what);
        }

        @Override
        public Place place() {
            return place;
        }

        @Override
        public String title() {
            return place.name();
        }

        @Override
        public Parent view() {
            tell("view");
            return new VBox(new Label(place.name()));
        }

        @Override
        public void shown() {
            tell("shown");
        }

        @Override
        public void hidden() {
            tell("hidden");
        }

        @Override
        public void filter(String text) {
            tell("filter " + text);
        }

        @Override
        public void close() {
            tell("close");
        }
    }

    private final PanelsTab tab =
            new PanelsTab(List.of(new Told(Place.STATS_ACTIVITY), new Told(Place.STATS_LOCKS)));
    private final Parent view = Fx.call(tab::view);

    private void press(int button) {
        Fx.run(() -> ((ToggleButton) view.lookupAll(".toggle-button").toArray()[button]).fire());
    }

    private List<String> toldSince(Runnable act) {
        told.clear();
        Fx.run(act);
        return List.copyOf(told);
    }

    @Test
    void buildsAndReadsOnlyWhatIsInFront() {
        assertEquals(List.of("ACTIVITY view", "ACTIVITY shown"), toldSince(tab::shown));

        assertEquals(
                List.of("ACTIVITY hidden", "LOCKS view", "LOCKS shown"), toldSince(() -> press(1)));
        assertEquals(List.of("LOCKS hidden"), toldSince(tab::hidden));
        assertEquals(List.of("LOCKS shown"), toldSince(tab::shown));
        assertEquals(List.of("LOCKS hidden", "ACTIVITY shown"), toldSince(() -> press(0)));
        assertEquals(List.of(), toldSince(() -> press(0)), "it is in front already");
    }

    @Test
    void goesToAPanelWithAFilter() {
        Fx.run(tab::shown);

        assertEquals(
                List.of("ACTIVITY hidden", "LOCKS view", "LOCKS shown", "LOCKS filter orders"),
                toldSince(() -> tab.select(Place.STATS_LOCKS, "orders")));
        assertEquals(List.of("ACTIVITY close", "LOCKS close"), toldSince(tab::close));
    }
}
