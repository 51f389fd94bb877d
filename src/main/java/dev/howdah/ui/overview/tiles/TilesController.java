package dev.howdah.ui.overview.tiles;

import dev.howdah.ui.EqualColumns;
import javafx.fxml.FXML;

/** The row of tiles. */
public final class TilesController {
    private final TilesViewModel model;

    @FXML private EqualColumns tiles;

    public TilesController(TilesViewModel model) {
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
