package dev.howdah.ui.stats.activity;

import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionKey;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.stats.session.SomeSituations;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import dev.howdah.ui.table.SteadyRows;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What one refresh of the table of sessions costs the JavaFX thread, layout included: rows updated
 * in place as the panel does it, against the same table whose rows are all replaced.
 */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class TableRefreshBench {
    private static final int SESSIONS = 500;
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 101;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void inPlaceAgainstSetAll(Report report) {
        Fx.start();
        Refreshed some = measure(pid -> pid % 7);
        report.atMost(
                0.3,
                "table: 500 rows, one in 7 changed: in place / setAll",
                some.inPlaceMs() / some.setAllMs(),
                "");
        report.figure("table: the same in place, CPU of the JavaFX thread", some.inPlaceMs(), "ms");
        Refreshed all = measure(_ -> 0);
        report.figure(
                "table: 500 rows, all of them changed: in place / setAll",
                all.inPlaceMs() / all.setAllMs(),
                "");
        report.figure("table: the same in place, CPU of the JavaFX thread", all.inPlaceMs(), "ms");
        report.figure(
                "table: the whole Activity panel, all 500 changed, CPU", wholePanelMs(), "ms");
    }

    /** Medians of CPU time. */
    private record Refreshed(double inPlaceMs, double setAllMs) {}

    /**
     * @param share of each session; one share changes with each refresh, in turn
     */
    private static Refreshed measure(IntUnaryOperator share) {
        Parent inPlace = Fx.call(TableRefreshBench::shown);
        LiveRows<SessionKey, SessionRow> live = new LiveRows<>(SessionRow::key);
        Comparator<LiveRow<SessionRow>> byNeed =
                Comparator.comparing(LiveRow::get, ActivityViewModel.BY_NEED);
        Fx.run(() ->
                tableOf(inPlace).setItems(new SteadyRows<>(new SortedList<>(live.rows(), byNeed))));
        Parent replaced = Fx.call(TableRefreshBench::shown);
        ObservableList<LiveRow<SessionRow>> items = FXCollections.observableArrayList();
        Fx.run(() -> tableOf(replaced).setItems(items));
        double[] inPlaceMs = new double[ROUNDS];
        double[] setAllMs = new double[ROUNDS];
        int shares = IntStream.range(0, SESSIONS).map(share).max().orElseThrow() + 1;
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            int round = i + WARM_UP;
            List<SessionRow> rows =
                    sessions(pid -> (round - share.applyAsInt(pid) + shares) / shares);
            double one = refresh(inPlace, () -> live.show(rows));
            double other = refresh(replaced, () -> items.setAll(newRows(rows)));
            if (i >= 0) {
                inPlaceMs[i] = one;
                setAllMs[i] = other;
            }
        }
        return new Refreshed(median(inPlaceMs), median(setAllMs));
    }

    /** The panel as it is, with its filter, groups and sentences. */
    private static double wholePanelMs() {
        ActivityViewModel model = Fx.call(() -> new ActivityViewModel("dba", Set::of));
        Parent view = Fx.call(() -> shown(model));
        double[] millis = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            int round = i;
            SessionRow[] rows = sessions(_ -> round + WARM_UP).toArray(SessionRow[]::new);
            double each = refresh(view, () -> model.show(false, SomeSituations.fresh(rows)));
            if (i >= 0) {
                millis[i] = each;
            }
        }
        return median(millis);
    }

    /** From the change to the end of the layout in the pulse that follows it. */
    private static double refresh(Parent view, Runnable update) {
        CompletableFuture<Double> millis = new CompletableFuture<>();
        Fx.run(() -> {
            long before = THREADS.getCurrentThreadCpuTime();
            Scene scene = view.getScene();
            scene.addPostLayoutPulseListener(
                    new Runnable() {
                        @Override
                        public void run() {
                            scene.removePostLayoutPulseListener(this);
                            millis.complete((THREADS.getCurrentThreadCpuTime() - before) / 1e6);
                        }
                    });
            update.run();
            Platform.requestNextPulse();
        });
        return millis.join();
    }

    private static List<LiveRow<SessionRow>> newRows(List<SessionRow> rows) {
        LiveRows<SessionKey, SessionRow> fresh = new LiveRows<>(SessionRow::key);
        fresh.show(rows.stream().sorted(ActivityViewModel.BY_NEED).toList());
        return fresh.rows();
    }

    /** A third of them works. With each change a session does something else. */
    private static List<SessionRow> sessions(IntUnaryOperator changes) {
        return IntStream.range(0, SESSIONS)
                .mapToObj(pid ->
                        (pid % 3 == 0 ? SomeSession.active(pid) : SomeSession.idle(pid))
                                .since(Duration.ofMillis(200 + pid * 37L % 4_000))
                                .saying(
                                        "SELECT id, email, name FROM users.users WHERE id = "
                                                + changes.applyAsInt(pid))
                                .row())
                .toList();
    }

    private static Parent shown() {
        return shown(new ActivityViewModel("dba", Set::of));
    }

    private static Parent shown(ActivityViewModel model) {
        Parent view = SomeActivity.view(model, new SomeWorkbench());
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 1_000, 700));
        Fx.style(stage.getScene(), Fx.Look.LIGHT);
        stage.show();
        return view;
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<SessionRow>> tableOf(Parent view) {
        return (TableView<LiveRow<SessionRow>>) view.lookup("#sessions");
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
