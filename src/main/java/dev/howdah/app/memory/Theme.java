package dev.howdah.app.memory;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** Light, dark, or as the desktop says. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** Restyles every window of the program. JavaFX thread. */
    public void apply() {
        Application.setUserAgentStylesheet(
                isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    public Theme next() {
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
