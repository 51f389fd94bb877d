package dev.howdah.app;

import dev.howdah.core.Texts;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Where the program begins. Not an Application itself, so that it also starts from a class path.
 */
public final class Main {
    private static final Logger TERMINAL = Logger.getLogger(Main.class.getName());
    private static final Texts TEXTS = Texts.of(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        if (hasNoDisplay()) {
            TERMINAL.warning(TEXTS.text("start.noDisplay"));
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        try {
            Application.launch(ConsoleApp.class, arguments);
        } catch (UnsupportedOperationException e) {
            TERMINAL.log(
                    Level.SEVERE, TEXTS.text("start.noToolkit", String.valueOf(e.getMessage())));
            System.exit(1);
        }
    }

    /** On Linux JavaFX would end with a stack trace; the other systems always have a display. */
    private static boolean hasNoDisplay() {
        return System.getProperty("os.name").startsWith("Linux")
                && System.getProperty("glass.platform") == null
                && isBlank(System.getenv("DISPLAY"))
                && isBlank(System.getenv("WAYLAND_DISPLAY"));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
