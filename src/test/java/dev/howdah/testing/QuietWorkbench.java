package dev.howdah.testing;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/** A workbench without a window: it keeps what the tabs ask of it, and confirms nothing. */
public final class QuietWorkbench implements Workbench {
    /** Where tabs sent the person, as "PLACE" or "PLACE filter". */
    public final List<String> went = new ArrayList<>();

    /** The changes that tabs wanted confirmed. */
    public final List<Change> asked = new ArrayList<>();

    /** What tabs put on the clipboard. */
    public final List<String> copied = new ArrayList<>();

    @Override
    public Executor uiThread() {
        return Platform::runLater;
    }

    @Override
    public Executor background() {
        return task -> Thread.ofVirtual().start(task);
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void goTo(Place place) {
        went.add(place.name());
    }

    @Override
    public void goTo(Place place, String filter) {
        went.add(place.name() + " " + filter);
    }

    @Override
    public void confirm(Change change, Consumer<ChangeOutcome> afterwards) {
        asked.add(change);
    }

    @Override
    public void showSql(String panel, String sql) {
        copied.add(sql);
    }

    @Override
    public void copy(String what, String text) {
        copied.add(text);
    }
}
