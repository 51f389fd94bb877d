package dev.howdah.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** Light, dark, or as the desktop says. */
enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** Restyles every window of the program. JavaFX thread. */
    void apply() {
        Application.setUserAgentStylesheet(
                isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    Theme next() {
        return switch (this) {
            case SYSTEM -> LIGHT;
            case LIGHT -> DARK;
            case DARK -> SYSTEM;
        };
    }

    private boolean isDark() {
        return this == DARK
                || (this == SYSTEM
                        && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }
}
