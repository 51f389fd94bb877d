package dev.howdah.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the FXML of a controller: the file of the same name beside it, {@code Foo.fxml} for {@code
 * FooController}, with the texts of its package and of those that its included views are in.
 */
public final class FxmlViews {
    private static final String CONTROLLER = "Controller";

    private FxmlViews() {}

    /**
     * Loads on the JavaFX thread. A controller that nobody handed in is refused, so that a view
     * can't make one behind our back.
     *
     * @param controller the one that fx:controller names
     * @param nested the controllers of included views, in any order
     * @return the root node
     */
    public static Parent load(Object controller, Object... nested) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName();
        if (!name.endsWith(CONTROLLER)) {
            throw new IllegalArgumentException(name + " does not end in " + CONTROLLER);
        }
        String file = name.substring(0, name.length() - CONTROLLER.length()) + ".fxml";
        URL url = type.getResource(file);
        if (url == null) {
            throw new IllegalArgumentException("no " + file + " beside " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(url, new TextsOfRooms(classes(controller, nested)));
        loader.setControllerFactory(wanted -> oneOf(wanted, controller, nested));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Class<?>> classes(Object controller, Object... nested) {
        return Stream.concat(Stream.of(controller), Stream.of(nested))
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    private static Object oneOf(Class<?> wanted, Object controller, Object[] nested) {
        if (wanted.isInstance(controller)) {
            return controller;
        }
        List<Object> matching = Arrays.stream(nested).filter(wanted::isInstance).toList();
        if (matching.size() != 1) {
            throw new IllegalStateException("not exactly one " + wanted.getName() + " handed in");
        }
        return matching.getFirst();
    }
}
