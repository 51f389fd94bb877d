package dev.howdah.testing;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.howdah.ui.Workbench;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** The JavaFX toolkit for tests, without a display: start it, work on its thread, take pictures. */
public final class Fx {
    private static final long PATIENCE_SECONDS = 60;
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** How often the theme was changed; JavaFX thread. */
    private static int themes;

    private Fx() {}

    /** The two themes of the program. */
    public enum Look {
        LIGHT,
        DARK
    }

    /** Starts the toolkit once for all tests of this JVM. */
    public static void start() {
        if (!STARTED.compareAndSet(false, true)) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        Platform.setImplicitExit(false);
        try {
            if (!up.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something on the JavaFX thread and waits for the result. */
    public static <T> T call(Callable<T> work) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task =
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return get(result, "work on the JavaFX thread");
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something is so, looking on the JavaFX thread every 20 ms. */
    public static void eventually(String what, BooleanSupplier isSo) {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        Timeline look = new Timeline();
        look.getKeyFrames()
                .add(
                        new KeyFrame(
                                Duration.millis(20),
                                _ -> {
                                    try {
                                        if (isSo.getAsBoolean()) {
                                            seen.complete(true);
                                        }
                                    } catch (RuntimeException e) {
                                        seen.completeExceptionally(e);
                                    }
                                    if (seen.isDone()) {
                                        look.stop();
                                    }
                                }));
        look.setCycleCount(Animation.INDEFINITE);
        run(look::play);
        try {
            get(seen, what);
        } finally {
            run(look::stop);
        }
    }

    private static <T> T get(CompletableFuture<T> result, String what) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen in " + PATIENCE_SECONDS + " s: " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The program's stylesheet on this scene, and the theme for all of the program. */
    public static void style(Scene scene, Look look) {
        String theme =
                look == Look.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        if (!theme.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme);
            themes++;
        }
        // of a scene in no window nothing is renewed when the theme changes
        if (!Objects.equals(scene.getProperties().put("styled with theme", themes), themes)) {
            scene.getStylesheets()
                    .setAll(
                            Objects.requireNonNull(Workbench.class.getResource("console.css"))
                                    .toExternalForm());
        }
    }

    /**
     * Lays a view out at this size, in the scene whose root it is or on no stage, and paints it. It
     * stays in its scene: nodes that leave one more than once are styled by what belongs to others.
     *
     * @return the file, {@code target/pictures/<name>-<look>-<width>.png}
     */
    public static Path picture(Parent view, String name, Look look, int width, int height) {
        WritableImage image =
                call(() -> {
                    Scene before = view.getScene();
                    Scene scene = before == null ? new Scene(view, width, height) : before;
                    style(scene, look);
                    view.resize(width, height);
                    // Sizes that depend on one another settle with the second layout.
                    for (int pass = 0; pass < 2; pass++) {
                        view.applyCss();
                        view.layout();
                    }
                    SnapshotParameters all = new SnapshotParameters();
                    // behind pages that let through what is behind them in the window
                    all.setFill(look == Look.DARK ? Color.grayRgb(16) : Color.WHITE);
                    all.setViewport(new Rectangle2D(0, 0, width, height));
                    WritableImage painted = view.snapshot(all, new WritableImage(width, height));
                    view.resize(scene.getWidth(), scene.getHeight());
                    return painted;
                });
        String file = name + "-" + look.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
        Path path =
                Path.of(System.getProperty("howdah.test.output", "target/pictures"))
                        .resolve(file + ".png");
        try {
            Files.createDirectories(path.getParent());
            ImageIO.write(argb(image), "png", path.toFile());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage argb(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }
}
