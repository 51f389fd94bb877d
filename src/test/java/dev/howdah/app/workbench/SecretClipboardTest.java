package dev.howdah.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Secret;
import dev.howdah.testing.Fx;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A password doesn't stay on the clipboard. */
@ResourceLock("clipboard")
class SecretClipboardTest {
    @BeforeEach
    void start() {
        Fx.start();
    }

    @Test
    void takesTheSecretBackWhenItsTimeIsOver() {
        Fx.run(() -> new SecretClipboard(Duration.ofMillis(200)).put(Secret.of("canary")));

        assertEquals("canary", clipboard());
        Fx.eventually("taken back", () -> !Clipboard.getSystemClipboard().hasString());
    }

    @Test
    void leavesWhatWasCopiedMeanwhile() {
        SecretClipboard lender = Fx.call(() -> new SecretClipboard(Duration.ofMinutes(1)));
        Fx.run(() -> lender.put(Secret.of("canary")));
        Fx.run(() -> {
            ClipboardContent other = new ClipboardContent();
            other.putString("something else");
            Clipboard.getSystemClipboard().setContent(other);
        });
        Fx.run(lender::takeBack);

        assertEquals("something else", clipboard());
    }

    @Test
    void takesTheNewestSecretBackAtTheEndOfTheProgram() {
        SecretClipboard lender = Fx.call(() -> new SecretClipboard(Duration.ofMinutes(1)));
        Fx.run(() -> lender.put(Secret.of("first")));
        Fx.run(() -> lender.put(Secret.of("second")));
        Fx.run(lender::takeBack);

        assertEquals("", clipboard());
    }

    private static String clipboard() {
        return Fx.call(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }
}
