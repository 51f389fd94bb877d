package dev.howdah.ui.stats.charts;

import dev.howdah.ui.chart.Plot;
import dev.howdah.ui.chart.TimeChart;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.charts.ChartsViewModel.Charts;
import dev.howdah.ui.stats.charts.ChartsViewModel.Span;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Six charts with one cursor. */
public final class ChartsController {
    private final ChartsViewModel model;
    private final Runnable retry;
    private final Runnable showSql;

    @FXML private ReadingPane pane;
    @FXML private ToggleGroup spans;
    @FXML private ToggleButton tenMinutes;
    @FXML private ToggleButton hour;
    @FXML private TimeChart sessions;
    @FXML private TimeChart transactions;
    @FXML private TimeChart rows;
    @FXML private TimeChart cacheHit;
    @FXML private TimeChart io;
    @FXML private TimeChart wal;

    ChartsController(ChartsViewModel model, Runnable retry, Runnable showSql) {
        this.model = model;
        this.retry = retry;
        this.showSql = showSql;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        charts().stream()
                .skip(1)
                .forEach(chart ->
                        chart.lookedAtProperty().bindBidirectional(sessions.lookedAtProperty()));
        tenMinutes.setUserData(Span.TEN_MINUTES);
        hour.setUserData(Span.HOUR);
        spans.selectToggle(model.span().get() == Span.HOUR ? hour : tenMinutes);
        spans.selectedToggleProperty().subscribe(this::chosen);
        model.charts().subscribe(this::show);
    }

    private List<TimeChart> charts() {
        return List.of(sessions, transactions, rows, cacheHit, io, wal);
    }

    private void show(Charts drawn) {
        List<TimeChart> charts = charts();
        for (int i = 0; i < charts.size(); i++) {
            Plot plot = drawn.plots().get(i);
            charts.get(i).show(plot, drawn.from(), drawn.to());
        }
    }

    /** One span is always chosen. */
    private void chosen(Toggle before, Toggle now) {
        if (now == null) {
            spans.selectToggle(before);
        } else {
            model.span().set((Span) now.getUserData());
        }
    }
}
