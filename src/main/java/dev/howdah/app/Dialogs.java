package dev.howdah.app;

import atlantafx.base.controls.ModalPane;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;

/** The layer over the window in which dialogs and the command palette appear, one at a time. */
final class Dialogs {
    private final ModalPane layer;

    Dialogs(ModalPane layer) {
        this.layer = layer;
        // A dialog that fades in can't take the keyboard yet, and what is typed would be lost.
        layer.setInTransitionFactory(null);
        layer.setOutTransitionFactory(null);
    }

    /** In the middle; the keyboard goes to it. */
    void show(Node dialog) {
        open(dialog, Pos.CENTER);
    }

    /** Near the top, for the palette. */
    void showOnTop(Node dialog) {
        open(dialog, Pos.TOP_CENTER);
    }

    private void open(Node dialog, Pos place) {
        layer.setAlignment(place);
        layer.show(dialog);
        Platform.runLater(() -> takeKeyboard(dialog));
    }

    /** The keyboard goes to the node that the dialog marks for it, else to the dialog itself. */
    private static void takeKeyboard(Node dialog) {
        Node first = dialog.lookup(".first-focus");
        (first == null ? dialog : first).requestFocus();
    }

    void close() {
        layer.hide(true);
    }

    boolean isOpen() {
        return layer.isDisplay();
    }
}
