package dev.howdah.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/** The keys of the window; written once, shown in the palette and obeyed by the scene. */
final class Shortcuts {
    private final Map<String, Runnable> actions = new LinkedHashMap<>();

    /** The shortcut key is Ctrl, or Cmd on macOS: "Shortcut+K". */
    void add(String keys, Runnable action) {
        actions.put(keys, action);
    }

    void install(Scene scene) {
        actions.forEach((keys, action) ->
                scene.getAccelerators().put(KeyCombination.valueOf(keys), action));
    }

    /** As written on this desktop's keyboard. */
    static String shown(String keys) {
        return keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
    }
}
