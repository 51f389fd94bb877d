package dev.howdah.ui.stats.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.Metric;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
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

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<Metric>> table(PanelStage<ResourcesPanel> shown) {
        return (TableView<LiveRow<Metric>>) shown.view.lookup("#metrics");
    }

    private static List<String> said(TableView<LiveRow<Metric>> table) {
        return table.getItems().stream().map(LiveRow::get).map(ResourcesPanelTest::said).toList();
    }

    private static String said(Metric metric) {
        return Stream.of(
                        MetricWords.node(metric),
                        MetricWords.name(metric),
                        MetricWords.amount(metric, metric.current()),
                        MetricWords.amount(metric, metric.highest()),
                        MetricWords.amount(metric, metric.limit()),
                        MetricWords.amount(metric, metric.free()))
                .reduce((a, b) -> a + " | " + b)
                .orElseThrow();
    }
}
