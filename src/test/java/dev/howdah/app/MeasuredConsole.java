package dev.howdah.app;

import dev.howdah.app.rail.SavedServers;
import dev.howdah.app.window.OpenServer;
import dev.howdah.bench.Heartbeat;
import dev.howdah.core.Reading;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.session.VitalsHistory;
import dev.howdah.testing.BusyServer;
import dev.howdah.testing.ChildProgram;
import dev.howdah.ui.Place;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The program itself as a process of its own, with somebody in it who opens the saved server, goes
 * through its tabs and says what he sees: {@code name=value} for each figure, and {@code begin
 * phase} and {@code end phase} around what others are to measure.
 */
public final class MeasuredConsole extends Application {
    private static final Duration FIRST_LOOK = Duration.ofMillis(2_500);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ConsoleApp app = new ConsoleApp();
    private final Heartbeat heartbeat = new Heartbeat();
    private boolean sawData;

    /** Begins, from a class path, too: no Application itself, as Main is none. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) {
            launch(MeasuredConsole.class, arguments);
        }
    }

    @Override
    public void start(Stage stage) {
        app.start(stage);
        whenPainted(() -> {
            say("first frame", now());
            heartbeat.start();
            openServer(app.wiring().orElseThrow());
        });
    }

    /** A pulse that has ended was painted before the second one from here begins. */
    private static void whenPainted(Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private void openServer(Wiring made) {
        Profile profile = SavedServers.read(made.profiles).profiles().getFirst();
        made.secrets.remember(SecretName.password(profile.id()), BusyServer.consolePassword());
        made.desk.opened(profile);
        OpenServer server = made.desk.front().orElseThrow();
        server.session()
                .fast()
                .subscribe(
                        new VitalsQuery(),
                        VitalsHistory.PAUSE,
                        reading -> {
                            if (reading instanceof Reading.Fresh && !sawData) {
                                sawData = true;
                                whenPainted(() -> sawData(server));
                            }
                        });
    }

    private void sawData(OpenServer server) {
        say("first data", now());
        sayPause("opening");
        Thread.ofVirtual().start(() -> goThrough(server));
    }

    private static double now() {
        return (double) System.currentTimeMillis();
    }

    private void goThrough(OpenServer server) {
        phase("first look", () -> visitAll(server, FIRST_LOOK));
        phase("round", () -> visitAll(server, MINUTE.dividedBy(Place.values().length)));
        phase("overview", () -> visit(server, Place.OVERVIEW, MINUTE));
        visit(server, Place.STATS_STATEMENTS, MINUTE.dividedBy(2));
        phase("statements", () -> visit(server, Place.STATS_STATEMENTS, MINUTE));
        heartbeat.close();
        say("heap", heapMiB());
        Platform.exit();
    }

    private void phase(String name, Runnable what) {
        ChildProgram.say("begin " + name);
        heartbeat.forget();
        what.run();
        sayPause(name);
        ChildProgram.say("end " + name);
    }

    private void sayPause(String phase) {
        Heartbeat.Pause longest = heartbeat.longest();
        say("pause, " + phase, longest.millis());
        say("work, " + phase, heartbeat.mostWorkMillis());
        ChildProgram.say("where, " + phase + ": " + longest.where());
    }

    private static void visitAll(OpenServer server, Duration each) {
        for (Place place : Place.values()) {
            visit(server, place, each);
        }
    }

    private static void visit(OpenServer server, Place place, Duration stay) {
        Platform.runLater(() -> server.pane().goTo(place, ""));
        try {
            boolean called = new CountDownLatch(1).await(stay.toMillis(), TimeUnit.MILLISECONDS);
            if (called) {
                throw new IllegalStateException("nobody calls");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After everything was thrown away that can be. */
    private static double heapMiB() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                / (1024.0 * 1024.0);
    }

    private static void say(String name, double value) {
        ChildProgram.say(name + "=" + value);
    }

    @Override
    public void stop() {
        app.stop();
    }
}
