package dev.howdah.app.journal;

import dev.howdah.app.desk.ServerDesk;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.app.window.MainWindowController;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.journal.JournalActs;
import dev.howdah.ui.journal.JournalPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;

/** Brings the journal into the window, and the person back to where they were. JavaFX thread. */
public final class JournalVisit implements JournalActs {
    private final RailViewModel rail;
    private final ServerDesk desk;
    private final MainWindowController window;
    private final Undoing undoing;
    private final JournalPage page;
    private Optional<RailEntry> cameFrom = Optional.empty();

    /**
     * @param page makes the page, which tells us what the person wants
     */
    public JournalVisit(
            RailViewModel rail,
            ServerDesk desk,
            MainWindowController window,
            Undoing undoing,
            Function<JournalActs, JournalPage> page) {
        this.rail = rail;
        this.desk = desk;
        this.window = window;
        this.undoing = undoing;
        this.page = page.apply(this);
    }

    /** What was done on the server in front, else everywhere. */
    public void show() {
        show(desk.front().map(open -> open.entry().name()).orElse(""));
    }

    /** One change among all. */
    public void show(UUID change) {
        page.look(change);
        show("");
    }

    private void show(String server) {
        if (!isShown()) {
            cameFrom = rail.selected().get();
            desk.turnAway();
            window.showPage(page.view());
        }
        page.shown(server);
        Platform.runLater(() -> {
            Node table = page.view().lookup("#journal");
            if (table != null) {
                table.requestFocus();
            }
        });
    }

    private boolean isShown() {
        return window.shows(page.view());
    }

    /** Something was done or has ended. */
    public void refresh() {
        if (isShown()) {
            page.refresh();
        }
    }

    @Override
    public List<String> servers() {
        return rail.servers().stream().map(RailEntry::name).toList();
    }

    @Override
    public void undo(JournaledChange change) {
        undoing.undo(change);
    }

    @Override
    public void findOut(JournaledChange change) {
        undoing.findOut(change, this::refresh);
    }

    @Override
    public void leave() {
        Optional<RailEntry> back = cameFrom.filter(rail.servers()::contains);
        if (back.isPresent()) {
            desk.choose(back.get());
        } else {
            window.showWelcome();
        }
    }
}
