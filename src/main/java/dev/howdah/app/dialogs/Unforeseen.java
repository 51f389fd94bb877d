package dev.howdah.app.dialogs;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens with an exception nobody expected: the log gets all of it, the person one dialog
 * with a code that names the place. While that is open, further ones only go to the log.
 */
public final class Unforeseen {
    private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);
    private static final Texts TEXTS = Texts.of(Unforeseen.class);

    private final Path log;
    private final Dialogs dialogs;

    public Unforeseen(Path log, Dialogs dialogs) {
        this.log = log;
        this.dialogs = dialogs;
    }

    public void catchAll() {
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> happened(failure));
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> happened(failure));
    }

    public void happened(Throwable failure) {
        String code = codeOf(failure);
        LOG.error("Unforeseen {}", code, failure);
        Platform.runLater(() -> show(code, failure));
    }

    private void show(String code, Throwable failure) {
        if (dialogs.isOpen()) {
            return;
        }
        dialogs.show(
                TroublePage.dialog(
                        new Problem(
                                Problem.Kind.FAILED,
                                TEXTS.text("unforeseen", code),
                                TEXTS.text("unforeseen.remedy", log),
                                failure.getClass().getName()),
                        dialogs::close));
    }

    /** The same place gives the same code, whatever the message says. */
    private static String codeOf(Throwable failure) {
        StringBuilder places = new StringBuilder(failure.getClass().getName());
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(5, trace.length); i++) {
            places.append(trace[i].getClassName()).append(trace[i].getMethodName());
        }
        return String.format(Locale.ROOT, "%08X", places.toString().hashCode());
    }
}
