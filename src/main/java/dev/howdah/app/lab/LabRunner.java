package dev.howdah.app.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Environment;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabProgress;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Starts the lab off the JavaFX thread, tells how far it is, and stops it with the program. */
public final class LabRunner {
    /** The lab's place in the rail; it is never saved as a profile. */
    public static final UUID ID = new UUID(0, 1);

    private static final Texts TEXTS = Texts.of(LabRunner.class);

    /** Where the lab stands. */
    public sealed interface State {}

    /** Nobody has asked for it. */
    record Stopped() implements State {}

    /**
     * On its way.
     *
     * @param share of the whole, 0 to 1
     */
    record Starting(String step, double share) implements State {}

    /** Ready to be connected to. */
    public record Running(Profile profile, Secret password) implements State {}

    /** It could not be started; the reason says what to do. */
    record Failed(Problem reason) implements State {}

    private final Path folder;
    private final Executor background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Stopped());
    private final BooleanProperty workload = new SimpleBooleanProperty();
    private @Nullable Thread starter;
    private volatile @Nullable LabCluster cluster;

    public LabRunner(Path folder, Executor background) {
        this.folder = folder;
        this.background = background;
        workload.subscribe(this::switchWorkload);
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What runs the lab; empty before it is ready. */
    public Optional<LabCluster> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** Whether the services of the lab are at work; set it to switch them. */
    public BooleanProperty workload() {
        return workload;
    }

    /** Begins to start the lab, unless it runs or is on its way. JavaFX thread. */
    public void start() {
        if (state.get() instanceof Starting || state.get() instanceof Running) {
            return;
        }
        state.set(new Starting(TEXTS.text("lab.preparing"), 0));
        starter = Thread.ofVirtual().name("lab-start").start(this::open);
    }

    /** The lab, started if need be. Blocks; not on the JavaFX thread. */
    public LabCluster running() throws ProblemException {
        LabCluster there = cluster;
        if (there != null) {
            return there;
        }
        CompletableFuture<State> settled = new CompletableFuture<>();
        Platform.runLater(() -> {
            start();
            Subscription watch =
                    state.subscribe(now -> {
                        if (!(now instanceof Starting)) {
                            settled.complete(now);
                        }
                    });
            var _ = settled.thenRun(() -> Platform.runLater(watch::unsubscribe));
        });
        try {
            return switch (settled.get()) {
                case Running _ -> cluster().orElseThrow(LabRunner::interrupted);
                case Failed(Problem reason) -> throw new ProblemException(reason);
                case Stopped _, Starting _ -> throw interrupted();
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody gave up starting the lab, or the program ends. */
    public static ProblemException interrupted() {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCAL,
                        TEXTS.text("lab.notStarted"),
                        TEXTS.text("lab.notStarted.remedy")));
    }

    /** Gives up starting. */
    void cancel() {
        if (starter != null) {
            starter.interrupt();
        }
    }

    private void open() {
        try {
            LabCluster opened = LabCluster.open(folder, this::report);
            cluster = opened;
            LabAccess access = opened.access();
            Profile profile =
                    new Profile(
                            ID,
                            TEXTS.text("lab.name"),
                            Environment.LAB,
                            PgTarget.of(
                                    access.host(),
                                    access.port(),
                                    access.database(),
                                    access.user(),
                                    TlsMode.DISABLE),
                            false);
            Platform.runLater(() -> {
                state.set(new Running(profile, access.password()));
                workload.set(true);
            });
        } catch (ProblemException e) {
            Platform.runLater(() -> state.set(new Failed(e.problem())));
        } catch (InterruptedException e) {
            Platform.runLater(() -> state.set(new Stopped()));
        }
    }

    private void report(LabProgress progress) {
        Platform.runLater(() -> {
            if (state.get() instanceof Starting) {
                state.set(new Starting(progress.sentence(), progress.overall()));
            }
        });
    }

    private void switchWorkload(boolean on) {
        LabCluster running = cluster;
        if (running == null) {
            return;
        }
        background.execute(() -> {
            if (on) {
                running.workload().start();
            } else {
                running.workload().stop();
            }
        });
    }

    /** Stops the lab. Blocks for some seconds at most. */
    public void close() {
        cancel();
        LabCluster running = cluster;
        if (running != null) {
            running.close();
        }
    }
}
