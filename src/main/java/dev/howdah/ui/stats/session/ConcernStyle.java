package dev.howdah.ui.stats.session;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Colours a node by concern; a word says the same beside it. */
public final class ConcernStyle {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass TOO_LONG = PseudoClass.getPseudoClass("too-long");

    private ConcernStyle() {}

    public static void apply(Node node, Concern concern) {
        node.pseudoClassStateChanged(LONG, concern == Concern.LONG);
        node.pseudoClassStateChanged(TOO_LONG, concern == Concern.TOO_LONG);
    }
}
