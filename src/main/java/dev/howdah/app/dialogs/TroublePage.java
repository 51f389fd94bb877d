package dev.howdah.app.dialogs;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.ui.notice.ProblemBox;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A problem that leaves nothing else to show. */
public final class TroublePage extends VBox {
    private static final Texts TEXTS = Texts.of(TroublePage.class);

    public TroublePage(Problem problem) {
        getStyleClass().add("start-page");
        ProblemBox box = new ProblemBox();
        box.show(Optional.of(problem));
        getChildren().add(box);
    }

    /** The same over a window that has more to show. */
    public static TroublePage dialog(Problem problem, Runnable close) {
        TroublePage page = new TroublePage(problem);
        Button button = new Button(TEXTS.text("sql.close"));
        button.setDefaultButton(true);
        button.setCancelButton(true);
        button.setOnAction(_ -> close.run());
        HBox buttons = new HBox(button);
        buttons.getStyleClass().add("dialog-buttons");
        page.getChildren().add(buttons);
        page.getStyleClass().setAll("dialog-box");
        page.setMaxHeight(Region.USE_PREF_SIZE);
        return page;
    }
}
