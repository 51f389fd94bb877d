package dev.howdah.ui.overview;

import dev.howdah.ui.EqualColumns;
import javafx.fxml.FXML;

/** The row of tiles. */
public final class TilesController {
    private final TilesViewModel model;

    @FXML private EqualColumns tiles;

    TilesController(TilesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        for (Tile tile : Tile.values()) {
            TileView view = new TileView(tile);
            model.content(tile).subscribe(view::show);
            tiles.getChildren().add(view);
        }
    }
}
