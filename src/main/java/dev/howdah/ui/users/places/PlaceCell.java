package dev.howdah.ui.users.places;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.users.places.DatabaseChoice.Tick;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A database or schema with its tick, and how much of it is chosen. */
final class PlaceCell extends TreeCell<PlaceLine> {
    private static final Texts TEXTS = Texts.of(PlaceCell.class);

    private final NewUserPlaces places;
    private final CheckBox box = new CheckBox();
    private final Label extent = new Label();
    private final HBox line = new HBox(box, extent);

    PlaceCell(NewUserPlaces places) {
        this.places = places;
        line.getStyleClass().add("form-line");
        extent.getStyleClass().addAll("text-muted", "caption");
        box.setMnemonicParsing(false);
        box.setOnAction(_ -> ticked());
    }

    private void ticked() {
        switch (getItem()) {
            case PlaceLine.Database(DatabaseChoice choice) ->
                    places.choose(choice, choice.tick() != Tick.ALL);
            case PlaceLine.Schema(DatabaseChoice of, String name) ->
                    places.choose(of, name, !of.isChosen(name));
            case PlaceLine.Remark _ -> {}
            case null -> {}
        }
    }

    @Override
    protected void updateItem(@Nullable PlaceLine item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        if (empty || item == null) {
            return;
        }
        switch (item) {
            case PlaceLine.Database(DatabaseChoice choice) -> {
                boolean home = choice.name().equals(places.home());
                show(choice.name(), extent(choice, home));
                box.setDisable(!choice.isReachable());
                box.setIndeterminate(choice.tick() == Tick.SOME);
                box.setSelected(choice.tick() == Tick.ALL);
            }
            case PlaceLine.Schema(DatabaseChoice of, String name) -> {
                show(name, "");
                box.setDisable(false);
                box.setIndeterminate(false);
                box.setSelected(of.isChosen(name));
            }
            case PlaceLine.Remark(String sentence) -> setText(sentence);
        }
    }

    private void show(String name, String howMuch) {
        box.setText(Names.visible(name));
        extent.setText(howMuch);
        setGraphic(line);
    }

    private static String extent(DatabaseChoice choice, boolean home) {
        if (!choice.isReachable()) {
            return TEXTS.text("places.unreachable");
        }
        return switch (choice.tick()) {
            case ALL -> TEXTS.text(home ? "places.all.home" : "places.all");
            case SOME ->
                    TEXTS.text(
                            "places.some",
                            choice.chosen(),
                            choice.schemas().map(java.util.List::size).orElse(0));
            case NONE -> home ? TEXTS.text("places.home") : "";
        };
    }
}
