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

/** A window that only remembers what it was asked for; everything runs at once. */
public final class SomeWorkbench implements Workbench {
    /** Everything that was put on the clipboard. */
    public final List<String> copied = new ArrayList<>();

    /** Everywhere the person was sent, with the filter. */
    public final List<String> visited = new ArrayList<>();

    /** Every statement that was shown. */
    public final List<String> statements = new ArrayList<>();

    /** Every change that was proposed; none is run. */
    public final List<Change> changes = new ArrayList<>();

    @Override
    public Executor uiThread() {
        return Runnable::run;
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void goTo(Place place) {
        goTo(place, "");
    }

    @Override
    public void goTo(Place place, String filter) {
        visited.add(place + " " + filter);
    }

    @Override
    public void confirm(Change change, Consumer<ChangeOutcome> afterwards) {
        changes.add(change);
    }

    @Override
    public void showSql(String panel, String sql) {
        statements.add(sql);
    }

    @Override
    public void copy(String what, String text) {
        copied.add(text);
    }
}
