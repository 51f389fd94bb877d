package dev.howdah.ui;

import dev.howdah.core.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a view and of those it includes: FXML hands one bundle down to all of them, and they
 * may stand in several rooms of a tab. A key that two rooms have must say the same in both.
 */
final class TextsOfRooms extends ResourceBundle {
    private final Map<String, Object> texts = new HashMap<>();

    /**
     * @param neighbours a class of each room, or several of one
     */
    TextsOfRooms(List<Class<?>> neighbours) {
        Map<String, Class<?>> rooms = new TreeMap<>();
        neighbours.forEach(type -> rooms.put(type.getPackageName(), type));
        rooms.values().forEach(this::add);
    }

    private void add(Class<?> room) {
        ResourceBundle bundle = Texts.of(room).bundle();
        for (String key : bundle.keySet()) {
            Object text = bundle.getString(key);
            Object before = texts.put(key, text);
            if (before != null && !before.equals(text)) {
                throw new IllegalStateException(
                        "two rooms differ on " + key + ", one is " + room.getPackageName());
            }
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
