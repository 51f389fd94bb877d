package dev.howdah.app;

import dev.howdah.app.memory.Theme;
import dev.howdah.app.palette.PaletteController;
import dev.howdah.app.palette.PaletteEntry;
import dev.howdah.app.palette.PaletteNames;
import dev.howdah.app.palette.PaletteViewModel;
import dev.howdah.app.palette.Shortcuts;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.window.OpenServer;
import dev.howdah.core.Texts;
import dev.howdah.ui.FxmlViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The acts of the window: their keys, and what the command palette offers. */
public final class WindowCommands {
    private static final Texts TEXTS = Texts.of(WindowCommands.class);
    private static final List<String> TABS =
            List.of("tab.overview", "tab.users", "tab.backups", "tab.stats", "tab.settings");

    private final Wiring made;
    private final List<PaletteEntry> acts = new ArrayList<>();

    WindowCommands(Wiring made) {
        this.made = made;
        String tab = TEXTS.text("palette.tab");
        for (int i = 0; i < TABS.size(); i++) {
            int index = i;
            acts.add(
                    new PaletteEntry(
                            tab,
                            TEXTS.text(TABS.get(i)),
                            "Shortcut+" + (i + 1),
                            () -> inFront(server -> server.pane().selectTab(index))));
        }
        act("act.add", "Shortcut+N", () -> made.desk.add());
        act("act.search", "Shortcut+L", () -> made.window.focusSearch());
        act("act.find", "Shortcut+F", this::find);
        act("act.refresh", "F5", () -> inFront(server -> server.session().retry()));
        act("act.pause", "Shortcut+P", () -> inFront(WindowCommands::togglePause));
        act("act.journal", "Shortcut+J", () -> made.journal.show());
        act("act.operations", "Shortcut+O", () -> made.providerWork.show());
        act("act.undo", "", () -> made.status.undo().get().ifPresent(Runnable::run));
        act("act.theme", "Shortcut+T", this::nextTheme);
        act("act.workload", "", () -> flip(made.lab.workload()));
        act("act.close", "Shortcut+W", () -> inFront(server -> made.desk.close(server.entry())));
    }

    private void act(String key, String keys, Runnable action) {
        acts.add(new PaletteEntry(TEXTS.text("palette.act"), TEXTS.text(key), keys, action));
    }

    void install(Scene scene) {
        Shortcuts shortcuts = new Shortcuts();
        acts.stream()
                .filter(entry -> !entry.keys().isEmpty())
                .forEach(entry -> shortcuts.add(entry.keys(), entry.action()));
        shortcuts.add("Shortcut+K", this::openPalette);
        shortcuts.install(scene);
    }

    /** In what is in front: of several filters the one drawn last, so that a form comes first. */
    private void find() {
        made.view.lookupAll(".filter-field").stream()
                .filter(WindowCommands::isSeen)
                .reduce((_, last) -> last)
                .ifPresent(Node::requestFocus);
    }

    private static boolean isSeen(Node node) {
        Node each = node;
        while (each != null && each.isVisible()) {
            each = each.getParent();
        }
        return each == null && !node.isDisabled();
    }

    void openPalette() {
        List<PaletteEntry> entries = new ArrayList<>();
        String server = TEXTS.text("palette.server");
        for (RailEntry entry : made.rail.servers()) {
            entries.add(new PaletteEntry(server, entry.name(), "", () -> made.desk.choose(entry)));
        }
        acts.forEach(entry -> entries.add(withShownKeys(entry)));
        PaletteViewModel model = new PaletteViewModel(entries);
        made.dialogs.showOnTop(FxmlViews.load(new PaletteController(model, made.dialogs::close)));
        made.desk
                .front()
                .ifPresent(open -> new PaletteNames(made.background(), open).findInto(model));
    }

    private static PaletteEntry withShownKeys(PaletteEntry entry) {
        return new PaletteEntry(
                entry.kind(), entry.name(), Shortcuts.shown(entry.keys()), entry.action());
    }

    private void nextTheme() {
        Theme next = made.memory.theme().next();
        made.memory.theme(next);
        next.apply();
        made.status.say(TEXTS.text("theme." + next.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static void togglePause(OpenServer server) {
        flip(server.pane().header().paused());
    }

    private static void flip(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }

    private void inFront(java.util.function.Consumer<OpenServer> action) {
        Optional<OpenServer> front = made.desk.front();
        front.ifPresent(action);
    }
}
