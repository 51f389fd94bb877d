package dev.howdah.app.rail;

import dev.howdah.app.rail.RailViewModel.Line;
import dev.howdah.core.Texts;
import dev.howdah.ui.EnvironmentStyle;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the rail: a group's name, or a server with its environment bar and dot. */
public final class RailCell extends ListCell<Line> {
    private static final Texts TEXTS = Texts.of(RailCell.class);

    private final Region bar = new Region();
    private final FontIcon dot = new FontIcon("fth-circle");
    private final FontIcon work = new FontIcon("fth-loader");
    private final HBox graphic = new HBox(bar, dot, work);
    private final ContextMenu menu;
    private final ContextMenu copyMenu;
    private Subscription watching = Subscription.EMPTY;

    /**
     * @param remove of a copy in the lab
     */
    public RailCell(
            Consumer<RailEntry> edit, Consumer<RailEntry> close, Consumer<RailEntry> remove) {
        // as wide as the rail: a long name ends in dots, and nothing scrolls sideways
        setPrefWidth(0);
        bar.getStyleClass().add("environment-bar");
        graphic.getStyleClass().add("rail-graphic");
        MenuItem editItem = new MenuItem(TEXTS.text("rail.edit"));
        editItem.setOnAction(_ -> withEntry(edit));
        MenuItem removeItem = new MenuItem(TEXTS.text("rail.remove"));
        removeItem.setOnAction(_ -> withEntry(remove));
        menu = new ContextMenu(editItem, closeItem(close));
        copyMenu = new ContextMenu(closeItem(close), removeItem);
    }

    private MenuItem closeItem(Consumer<RailEntry> close) {
        MenuItem item = new MenuItem(TEXTS.text("rail.close"));
        item.setOnAction(_ -> withEntry(close));
        return item;
    }

    private void withEntry(Consumer<RailEntry> action) {
        if (getItem() instanceof Line.Server(RailEntry entry)) {
            action.accept(entry);
        }
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        getStyleClass()
                .removeIf(name -> name.startsWith("environment-") || name.startsWith("rail-"));
        setGraphic(null);
        setText(null);
        setContextMenu(null);
        setTooltip(null);
        setDisable(false);
        if (empty || line == null) {
            return;
        }
        switch (line) {
            case Line.Group(var environment) -> {
                getStyleClass().add("rail-group");
                setText(TEXTS.text("rail." + environment.name().toLowerCase(Locale.ROOT)));
                setDisable(true);
            }
            case Line.Server(RailEntry entry) -> {
                getStyleClass().addAll("rail-server", EnvironmentStyle.of(entry.environment()));
                setGraphic(graphic);
                setContextMenu(menuOf(entry));
                watching =
                        Subscription.combine(
                                entry.profile().subscribe(_ -> setText(entry.name())),
                                entry.dot().subscribe(this::showDot),
                                entry.work().subscribe(this::showWork));
            }
        }
    }

    private @Nullable ContextMenu menuOf(RailEntry entry) {
        if (entry.isLab()) {
            return null;
        }
        return entry.isCopy() ? copyMenu : menu;
    }

    private void showWork(RailEntry.Work state) {
        boolean any = state != RailEntry.Work.NONE;
        boolean unsure = state == RailEntry.Work.UNSURE;
        work.setVisible(any);
        work.setManaged(any);
        work.setIconLiteral(unsure ? "fth-help-circle" : "fth-loader");
        work.getStyleClass().removeAll("warning", "muted");
        work.getStyleClass().add(unsure ? "warning" : "muted");
        String words = TEXTS.text("work." + state.name().toLowerCase(Locale.ROOT));
        work.setAccessibleText(words);
        String name = getText();
        setTooltip(new Tooltip(any ? name + "\n" + words : name));
    }

    private void showDot(RailEntry.Dot state) {
        dot.getStyleClass().removeAll("success", "warning", "muted");
        dot.getStyleClass()
                .add(
                        switch (state) {
                            case FINE -> "success";
                            case TROUBLE -> "warning";
                            case CLOSED, OPENING -> "muted";
                        });
        dot.setIconLiteral(
                switch (state) {
                    case FINE -> "fth-check-circle";
                    case TROUBLE -> "fth-alert-circle";
                    case OPENING -> "fth-loader";
                    case CLOSED -> "fth-circle";
                });
        dot.setAccessibleText(TEXTS.text("dot." + state.name().toLowerCase(Locale.ROOT)));
    }
}
