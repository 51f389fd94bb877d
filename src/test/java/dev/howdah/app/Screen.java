package dev.howdah.app;

import dev.howdah.core.Secret;
import dev.howdah.core.file.AppFolders;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.testing.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** The whole program on a screen that nobody sees, with somebody who clicks, types and reads. */
public final class Screen implements AutoCloseable {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 800;

    private final FxRobot robot = new FxRobot();
    private final Wiring made;
    private final Stage stage;

    /** Opens the window with its files in this folder, as at a first start. */
    public Screen(Path data) {
        this(data, SomeDesktop.plain());
    }

    Screen(Path data, Desktop desktop) {
        made =
                Fx.call(() -> {
                    AppFolders folders = AppFolders.under(data);
                    folders.create();
                    return new Wiring(folders, desktop);
                });
        stage =
                Fx.call(() -> {
                    Stage window = new Stage();
                    Scene scene = ConsoleApp.scene(made);
                    Fx.style(scene, Fx.Look.LIGHT);
                    new WindowCommands(made).install(scene);
                    window.setScene(scene);
                    window.setX(0);
                    window.setY(0);
                    window.setWidth(WIDTH);
                    window.setHeight(HEIGHT);
                    made.questions.setOwner(window);
                    window.show();
                    window.requestFocus();
                    return window;
                });
    }

    public Wiring made() {
        return made;
    }

    public Parent root() {
        return stage.getScene().getRoot();
    }

    /** What the program does after its window has appeared. */
    public void begin() {
        Fx.run(() -> ConsoleApp.begin(made));
    }

    /** As if the profile had been added with this password. */
    void openServer(Profile profile, String password) {
        Fx.run(() -> {
            made.secrets.remember(SecretName.password(profile.id()), Secret.of(password));
            made.desk.opened(profile);
        });
    }

    void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    void type(String text) {
        robot.write(text, 0);
    }

    /** Clicks the first visible node with this id or style class ("#id", ".class"). */
    void click(String selector) {
        clickOn(await(selector));
    }

    /** Without the walk of the pointer over the window, which takes longer than all the rest. */
    private void clickOn(Node node) {
        robot.robotContext().getMouseRobot().move(robot.point(node).query());
        robot.clickOn(MouseButton.PRIMARY);
    }

    /** Clicks the visible control or text that says exactly this. */
    void clickText(String text) {
        eventually("“" + text + "” can be clicked", () -> byText(text).isPresent());
        clickOn(Fx.call(() -> byText(text).orElseThrow()));
    }

    /** Clicks what a reader of screens would call this. */
    void clickNamed(String accessibleText) {
        eventually(
                "“" + accessibleText + "” can be clicked", () -> named(accessibleText).isPresent());
        clickOn(Fx.call(() -> named(accessibleText).orElseThrow()));
    }

    private Optional<Node> named(String accessibleText) {
        return roots().flatMap(root -> seen(root).stream())
                .filter(node ->
                        accessibleText.equals(node.getAccessibleText()) && !node.isDisabled())
                .findFirst();
    }

    /** Whether such a node is on the screen at this moment. */
    boolean sees(String selector) {
        return Fx.call(() -> lookup(selector).isPresent());
    }

    Node await(String selector) {
        eventually(selector + " is on the screen", () -> lookup(selector).isPresent());
        return Fx.call(() -> lookup(selector).orElseThrow());
    }

    /**
     * Waits until the screen says this, as a part of any text on it.
     *
     * @return the whole text
     */
    public String awaitText(String part) {
        List<String> found = new ArrayList<>();
        eventually(
                "the screen says “" + part + "”",
                () -> {
                    texts().stream().filter(text -> text.contains(part)).forEach(found::add);
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    /** Every text on the screen. */
    List<String> says() {
        return Fx.call(this::texts);
    }

    void awaitNoText(String part) {
        eventually(
                "the screen no longer says “" + part + "”",
                () -> texts().stream().noneMatch(text -> text.contains(part)));
    }

    private void eventually(String what, java.util.function.BooleanSupplier isSo) {
        try {
            Fx.eventually(what, isSo);
        } catch (AssertionError e) {
            List<String> seen = Fx.call(this::texts);
            throw new AssertionError(what + "; it says " + seen, e);
        }
    }

    private Optional<Node> lookup(String selector) {
        return roots().flatMap(root -> root.lookupAll(selector).stream())
                .filter(Screen::isSeen)
                .findFirst();
    }

    /** Of the windows of this program that are open, the latest first: a dialog, a menu. */
    private Stream<Parent> roots() {
        List<Window> windows =
                Window.getWindows().stream()
                        .filter(window -> window.isShowing() && belongs(window))
                        .toList();
        return windows.reversed().stream().map(window -> window.getScene().getRoot());
    }

    private boolean belongs(Window window) {
        return switch (window) {
            case Stage dialog -> dialog == stage || dialog.getOwner() == stage;
            case PopupWindow popup -> belongs(popup.getOwnerWindow());
            default -> false;
        };
    }

    /** A button before anything else that says the same, like the title of its dialog. */
    private Optional<Node> byText(String text) {
        return roots().flatMap(root -> seen(root).stream())
                .filter(node -> text.equals(textOf(node)) && !node.isDisabled())
                .min(Comparator.comparing(node -> !(node instanceof ButtonBase)));
    }

    private List<String> texts() {
        return roots().flatMap(root -> seen(root).stream())
                .map(Screen::textOf)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String textOf(Node node) {
        String text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl input -> input.getText();
                    case Text plain -> plain.getText();
                    default -> "";
                };
        return text == null ? "" : text;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> seen(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    @Override
    public void close() {
        Fx.run(stage::hide);
        made.close();
    }
}
