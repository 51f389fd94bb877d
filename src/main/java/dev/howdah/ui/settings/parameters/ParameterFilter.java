package dev.howdah.ui.settings.parameters;

import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the person looks for among the parameters. */
final class ParameterFilter {
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty category = new SimpleStringProperty("");
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final BooleanProperty pending = new SimpleBooleanProperty();
    private final BooleanProperty restart = new SimpleBooleanProperty();

    /**
     * @param anew called when something else is looked for
     */
    ParameterFilter(Runnable anew) {
        text.subscribe(anew);
        category.subscribe(anew);
        changed.subscribe(anew);
        pending.subscribe(anew);
        restart.subscribe(anew);
    }

    boolean matches(Setting setting) {
        return (!changed.get() || setting.isChanged())
                && (!pending.get() || setting.pendingRestart())
                && (!restart.get() || setting.needsRestart())
                && isIn(setting.category(), category.get())
                && matches(setting, text.get().strip().toLowerCase(Locale.ROOT));
    }

    /** A category holds those that are written behind it: "Resource Usage / Memory". */
    private static boolean isIn(String category, String wanted) {
        return wanted.isEmpty() || category.equals(wanted) || category.startsWith(wanted + " / ");
    }

    /** Every word has to stand somewhere in name, explanation or category. */
    private static boolean matches(Setting setting, String wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        String all =
                (setting.name() + " " + setting.explanation() + " " + setting.category())
                        .toLowerCase(Locale.ROOT);
        for (String word : wanted.split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        text.set("");
        category.set("");
        changed.set(false);
        pending.set(false);
        restart.set(false);
    }

    /** Words of the name, the explanation or the category. */
    StringProperty text() {
        return text;
    }

    /** Only this category with all below it; empty for all. */
    StringProperty category() {
        return category;
    }

    /** Only what isn't the default. */
    BooleanProperty changed() {
        return changed;
    }

    /** Only what waits for a restart. */
    BooleanProperty pending() {
        return pending;
    }

    /** Only what needs a restart to change. */
    BooleanProperty restart() {
        return restart;
    }
}
