package dev.howdah.app.palette;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/** The keys of the window; written once, shown in the palette and obeyed by the scene. */
public final class Shortcuts {
    private final Map<String, Runnable> actions = new LinkedHashMap<>();

    /** The shortcut key is Ctrl, or Cmd on macOS: "Shortcut+K". */
    public void add(String keys, Runnable action) {
        actions.put(keys, action);
    }

    public void install(Scene scene) {
        actions.forEach((keys, action) ->
                scene.getAccelerators().put(KeyCombination.valueOf(keys), action));
    }

    /** As written on this desktop's keyboard. */
    public static String shown(String keys) {
        return keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
    }
}
