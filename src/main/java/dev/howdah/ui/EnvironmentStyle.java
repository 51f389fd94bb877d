package dev.howdah.ui;

import dev.howdah.core.change.Environment;
import java.util.Locale;

/** How an environment is called in style classes and in the keys of texts. */
public final class EnvironmentStyle {
    private EnvironmentStyle() {}

    /** The style class that colours what belongs to a server, like "environment-production". */
    public static String of(Environment environment) {
        return "environment-" + word(environment);
    }

    /** The end of a text's key, like "production". */
    public static String word(Environment environment) {
        return environment.name().toLowerCase(Locale.ROOT);
    }
}
