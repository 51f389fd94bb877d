package dev.howdah.app.workbench;

import dev.howdah.core.Secret;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * Lends a secret to the system's clipboard for a short time. What somebody else has put there
 * meanwhile stays. JavaFX thread.
 */
public final class SecretClipboard {
    public static final Duration LENT = Duration.ofSeconds(10);

    private final PauseTransition pause;
    private @Nullable Secret lent;

    public SecretClipboard(Duration time) {
        pause = new PauseTransition(javafx.util.Duration.millis((double) time.toMillis()));
        pause.setOnFinished(_ -> takeBack());
    }

    /** The one that was lent before is forgotten: the new one has taken its place. */
    void put(Secret secret) {
        ClipboardContent content = new ClipboardContent();
        content.putString(secret.reveal());
        Clipboard.getSystemClipboard().setContent(content);
        lent = secret;
        pause.playFromStart();
    }

    /** At once; also for the end of the program. */
    public void takeBack() {
        Secret mine = lent;
        lent = null;
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (mine != null && mine.reveal().equals(clipboard.getString())) {
            clipboard.clear();
        }
    }
}
