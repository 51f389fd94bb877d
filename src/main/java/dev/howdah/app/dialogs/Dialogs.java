package dev.howdah.app.dialogs;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;

/**
 * The layer over the window in which dialogs and the command palette appear. The newest is on the
 * screen; when it is closed, the one it was opened from comes back as it was left.
 */
public final class Dialogs {
    /** What is open, where it stands, and who is told when it is closed for good. */
    private record Shown(Node dialog, Pos place, Runnable closed) {}

    private final ModalPane layer;
    private final Deque<Shown> open = new ArrayDeque<>();

    public Dialogs(ModalPane layer) {
        this.layer = layer;
        // A dialog that fades in can't take the keyboard yet, and what is typed would be lost.
        layer.setInTransitionFactory(null);
        layer.setOutTransitionFactory(null);
        layer.displayProperty()
                .subscribe(displayed -> {
                    if (!displayed) {
                        wasClosed();
                    }
                });
    }

    /** In the middle; the keyboard goes to it. */
    public void show(Node dialog) {
        show(dialog, () -> {});
    }

    /**
     * In the middle; the keyboard goes to it.
     *
     * @param closed called once, when it is closed for good
     */
    public void show(Node dialog, Runnable closed) {
        open(new Shown(dialog, Pos.CENTER, closed));
    }

    /** Near the top, for the palette. */
    public void showOnTop(Node dialog) {
        open(new Shown(dialog, Pos.TOP_CENTER, () -> {}));
    }

    private void open(Shown shown) {
        open.push(shown);
        display(shown);
    }

    private void display(Shown shown) {
        layer.setAlignment(shown.place());
        layer.show(shown.dialog());
        Platform.runLater(() -> takeKeyboard(shown.dialog()));
    }

    /** The keyboard goes to the node that the dialog marks for it, else to the dialog itself. */
    private static void takeKeyboard(Node dialog) {
        Node first = dialog.lookup(".first-focus");
        (first == null ? dialog : first).requestFocus();
    }

    /** Closes the newest one. */
    public void close() {
        layer.hide(true);
    }

    /** Closes this dialog and what was opened from it; does nothing when it isn't open. */
    public void close(Node dialog) {
        if (open.stream().noneMatch(shown -> shown.dialog() == dialog)) {
            return;
        }
        while (open.getFirst().dialog() != dialog) {
            open.pop().closed().run();
        }
        close();
    }

    /** By a button, by Escape or by a click beside it. */
    private void wasClosed() {
        Shown gone = open.poll();
        if (gone != null) {
            gone.closed().run();
        }
        // The layer is still busy with closing, and would empty itself again.
        Platform.runLater(() -> {
            if (!open.isEmpty() && !isOpen()) {
                display(open.getFirst());
            }
        });
    }

    public boolean isOpen() {
        return layer.isDisplay();
    }
}
