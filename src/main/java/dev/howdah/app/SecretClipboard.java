package dev.howdah.app;

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
final class SecretClipboard {
    static final Duration LENT = Duration.ofSeconds(10);

    private final PauseTransition pause;
    private @Nullable Secret lent;

    SecretClipboard(Duration time) {
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
    void takeBack() {
        Secret mine = lent;
        lent = null;
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (mine != null && mine.reveal().equals(clipboard.getString())) {
            clipboard.clear();
        }
    }
}
