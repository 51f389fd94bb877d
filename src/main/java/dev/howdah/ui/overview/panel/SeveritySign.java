package dev.howdah.ui.overview.panel;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;

/** How bad something is, by word, icon and colour. */
public final class SeveritySign {
    private static final Texts TEXTS = Texts.of(SeveritySign.class);

    private SeveritySign() {}

    public static String word(Severity severity) {
        return TEXTS.text("severity." + severity);
    }

    /** Of Feather, the icons of this console. */
    public static String icon(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "fth-alert-octagon";
            case WARNING -> "fth-alert-triangle";
            case NOTICE -> "fth-info";
            case UNKNOWN, NOT_APPLICABLE -> "fth-help-circle";
            case NOT_PERMITTED -> "fth-lock";
            case OK -> "fth-check";
        };
    }

    /** The last part of its style classes. */
    public static String colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "danger";
            case WARNING -> "warning";
            case OK -> "success";
            case NOTICE, UNKNOWN, NOT_PERMITTED, NOT_APPLICABLE -> "muted";
        };
    }
}
