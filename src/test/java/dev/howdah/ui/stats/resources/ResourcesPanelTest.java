package dev.howdah.ui.stats.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.Metric;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.chart.TimeChart;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider measures, over HTTP against the fake Scalingo. */
class ResourcesPanelTest {
    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void showsWhatIsTakenTheHighestAndWhatIsFree() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true);
                PanelStage<ResourcesPanel> shown =
                        PanelStage.before(stage, folder, ResourcesPanel::new)) {
            TableView<LiveRow<Metric>> table = table(shown);
            Fx.eventually("the measures", () -> !table.getItems().isEmpty());
            for (Fx.Look look : Fx.Look.values()) {
                Fx.picture(shown.view, "resources", look, 744, 540);
            }

            assertEquals(
                    List.of(
                            "service | CPU | 12 % |  |  | ",
                            "service | Memory | 100 B | 180 B | 512 B | 412 B",
                            "service | Swap | 0 B | 5 B | 512 B | 512 B",
                            "service | Disk | 8.79 kB |  |  | ",
                            "service | Data | 6.84 kB |  |  | ",
                            "service | Connections | 4 |  | 30 | 26",
                            "n2 | CPU | 11 % |  |  | ",
                            "n2 | Disk | 7.81 kB |  |  | "),
                    Fx.call(() -> said(table)));
        }
    }

    @Test
    void drawsWhatWasSeenWhereTheProviderTellsNoHistory() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true);
                PanelStage<ResourcesPanel> shown =
                        PanelStage.before(stage, folder, ResourcesPanel::new)) {
            AtomicReference<Reading<List<Metric>>> last = new AtomicReference<>(Reading.waiting());
            shown.session
                    .hosting()
                    .loop()
                    .subscribe(ProviderQuestion.METRICS, Duration.ofMinutes(1), last::set)
                    .shown();
            Runnable look =
                    () -> {
                        shown.askAgain();
                        Instant now = stage.clock().instant();
                        Fx.eventually("a look", () -> takenAt(last.get()).equals(now));
                    };
            look.run();
            assertTrue(says(shown, "The lines begin with the second look."));
            for (int seconds : List.of(10, 120, 10)) {
                stage.pass(Duration.ofSeconds(seconds));
                look.run();
            }

            assertTrue(says(shown, "CPU"));
            assertTrue(
                    says(
                            shown,
                            "Scalingo gives present values only; its history is on its dashboard."
                                    + " The lines are what this page has seen; they have gaps"
                                    + " where it was not in front. Choose a measure above."));
            TimeChart chart = (TimeChart) shown.view.lookup("#chart");
            for (Fx.Look each : Fx.Look.values()) {
                Fx.picture(shown.view, "resources-history", each, 744, 540);
            }
            assertEquals("CPU: service 12 %, n2 11 %", Fx.call(chart::getAccessibleText));
            Fx.run(() -> table(shown).getSelectionModel().select(1));
            assertTrue(says(shown, "Memory"));
        }
    }

    private static Instant takenAt(@Nullable Reading<?> reading) {
        return reading instanceof Reading.Fresh<?> fresh ? fresh.takenAt() : Instant.MIN;
    }

    /** Whether the panel says exactly this. */
    private static boolean says(PanelStage<ResourcesPanel> shown, String text) {
        return Fx.call(() ->
                shown.view.lookupAll(".label").stream()
                        .anyMatch(each -> ((Label) each).getText().equals(text)));
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<Metric>> table(PanelStage<ResourcesPanel> shown) {
        return (TableView<LiveRow<Metric>>) shown.view.lookup("#metrics");
    }

    private static List<String> said(TableView<LiveRow<Metric>> table) {
        return table.getItems().stream().map(LiveRow::get).map(ResourcesPanelTest::said).toList();
    }

    private static String said(Metric metric) {
        return Stream.of(
                        MetricWords.node(metric.node()),
                        MetricWords.name(metric.kind()),
                        MetricWords.amount(metric, metric.current()),
                        MetricWords.amount(metric, metric.highest()),
                        MetricWords.amount(metric, metric.limit()),
                        MetricWords.amount(metric, metric.free()))
                .reduce((a, b) -> a + " | " + b)
                .orElseThrow();
    }
}
