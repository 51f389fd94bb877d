package dev.howdah.app;

import atlantafx.base.controls.ModalPane;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The layer over the window in which dialogs and the command palette appear, one at a time. */
final class Dialogs {
    private final ModalPane layer;

    Dialogs(ModalPane layer) {
        this.layer = layer;
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
        Platform.runLater(() -> {
            if (!holdsFocus(dialog)) {
                dialog.requestFocus();
            }
        });
    }

    /** A dialog that has put the keyboard into one of its fields keeps it there. */
    private static boolean holdsFocus(Node dialog) {
        Scene scene = dialog.getScene();
        for (Node at = scene == null ? null : scene.getFocusOwner();
                at != null;
                at = at.getParent()) {
            if (at.equals(dialog)) {
                return true;
            }
        }
        return false;
    }

    void close() {
        layer.hide(true);
    }

    boolean isOpen() {
        return layer.isDisplay();
    }
}
