package dev.howdah.ui.settings.plan;

import dev.howdah.core.Texts;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.ui.Names;
import dev.howdah.ui.table.LiveRow;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The name of a plan; the present one is marked, one that can't be chosen is dimmed. */
final class PlanCell extends TableCell<LiveRow<PlanLine>, PlanOffer> {
    private static final Texts TEXTS = Texts.of(PlanCell.class);
    private static final PseudoClass OUT_OF_REACH = PseudoClass.getPseudoClass("out-of-reach");

    PlanCell() {
        getStyleClass().add("plan-cell");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable PlanOffer offer, boolean empty) {
        super.updateItem(offer, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        boolean outOfReach = false;
        if (!empty && offer != null) {
            setText(Names.visible(offer.plan().title()));
            if (offer.current()) {
                Label mark = new Label(TEXTS.text("plan.current"));
                mark.getStyleClass().addAll("badge", "caption");
                setGraphic(mark);
            } else {
                offer.whyNot().ifPresent(reason -> setTooltip(new Tooltip(reason)));
                outOfReach = offer.whyNot().isPresent();
            }
        }
        pseudoClassStateChanged(OUT_OF_REACH, outOfReach);
    }
}
