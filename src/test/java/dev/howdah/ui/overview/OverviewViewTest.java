package dev.howdah.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.HealthReport;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.overview.connection.ConnectionController;
import dev.howdah.ui.overview.connection.ConnectionViewModel;
import dev.howdah.ui.overview.facts.ExtensionsController;
import dev.howdah.ui.overview.facts.ExtensionsViewModel;
import dev.howdah.ui.overview.facts.ParametersController;
import dev.howdah.ui.overview.facts.ParametersViewModel;
import dev.howdah.ui.overview.facts.SchemasController;
import dev.howdah.ui.overview.facts.SchemasViewModel;
import dev.howdah.ui.overview.findings.FindingsController;
import dev.howdah.ui.overview.findings.FindingsViewModel;
import dev.howdah.ui.overview.findings.SomeFindings;
import dev.howdah.ui.overview.nodes.NodesController;
import dev.howdah.ui.overview.nodes.NodesViewModel;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.overview.service.ServiceController;
import dev.howdah.ui.overview.service.ServiceViewModel;
import dev.howdah.ui.overview.service.SomeServices;
import dev.howdah.ui.overview.tiles.TilesController;
import dev.howdah.ui.overview.tiles.TilesViewModel;
import dev.howdah.ui.overview.tiles.VitalsTiles;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverviewViewTest {
    private static final Clock CLOCK = Clock.fixed(SomeReadings.NOON, ZoneOffset.UTC);

    private static final int[][] SIZES = {{1_000, 700}, {1_600, 1_000}, {792, 2_200}};

    /** How all panels of a picture were read. */
    private enum Kind {
        WAITING,
        TROUBLED,
        CALM,
        STALE,
        UNAVAILABLE;

        <T> Reading<T> of(T value) {
            return switch (this) {
                case WAITING -> Reading.waiting();
                case TROUBLED, CALM -> SomeReadings.fresh(value);
                case STALE -> SomeReadings.stale(value);
                case UNAVAILABLE -> SomeReadings.unavailable(SomeReadings.FORBIDDEN);
            };
        }
    }

    private static Parent view(Kind kind) {
        FindingsViewModel findings = new FindingsViewModel(ZoneOffset.UTC);
        TilesViewModel tiles = new TilesViewModel(CLOCK);
        ConnectionViewModel connection =
                new ConnectionViewModel(
                        PgTarget.of("db.example.net", 5432, "shop", "app", TlsMode.VERIFY_FULL));
        NodesViewModel nodes = new NodesViewModel("orders-prod");
        SchemasViewModel schemas =
                new SchemasViewModel(schema ->
                        schema.oid() == 7
                                ? OptionalLong.empty()
                                : OptionalLong.of(schema.bytes() / 300));
        ParametersViewModel parameters = new ParametersViewModel();
        ExtensionsViewModel extensions = new ExtensionsViewModel(Optional::empty);
        HealthReport report = kind == Kind.CALM ? SomeFindings.calm() : SomeFindings.troubled();
        tiles.showVitals(
                new VitalsTiles(
                        kind.of(SomeReadings.vitals(Optional.of(Duration.ofMinutes(14)), true)),
                        SomeReadings.samples(),
                        ZonedDateTime.now(CLOCK)),
                kind.of(SomeReadings.trend()));
        tiles.showSizes(kind.of(SomeReadings.sizes()));
        tiles.showReplication(kind.of(SomeReadings.primaryWithTwoStandbys()));
        tiles.showArchive(kind.of(SomeReadings.archive(ArchiveSnapshot.Mode.ON, false)));
        tiles.showWraparound(kind.of(SomeReadings.wraparound()));
        nodes.show(kind.of(SomeReadings.primaryWithTwoStandbys()));
        connection.showReplication(kind.of(SomeReadings.primaryWithTwoStandbys()));
        connection.showFacts(kind.of(SomeReadings.facts()));
        schemas.show(kind.of(SomeReadings.schemas()));
        parameters.show(kind.of(SomeReadings.facts()));
        extensions.showFacts(kind.of(SomeReadings.facts()));
        extensions.showVectors(kind.of(SomeReadings.vectors()));
        if (kind != Kind.WAITING) {
            tiles.judge(report);
            findings.show(report, kind.of("vitals"));
        }
        ServiceViewModel service = new ServiceViewModel("Scalingo");
        service.showPlans(kind.of(SomeServices.plans()));
        service.showFacts(kind.of(SomeServices.running()));
        PanelActs acts = new PanelActs(() -> {}, () -> {});
        SomeWorkbench workbench = new SomeWorkbench();
        return FxmlViews.load(
                new OverviewController(),
                new FindingsController(findings, acts, _ -> {}),
                new TilesController(tiles),
                new ConnectionController(connection, workbench),
                new NodesController(nodes, acts),
                new SchemasController(schemas, acts, workbench),
                new ParametersController(parameters, acts, workbench),
                new ExtensionsController(extensions, acts, acts, workbench),
                new ServiceController(service, workbench, () -> {}, true));
    }

    private static Node laidOut(Parent view, Look look, int width, int height) {
        Fx.style(new Scene(view, width, height), look);
        view.applyCss();
        view.layout();
        return ((ScrollPane) view).getContent();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyFaceLoadsInBothThemesAndNoNumberIsCut(Kind kind) {
        for (Look look : Look.values()) {
            List<String> cut =
                    Fx.call(() -> {
                        Node page = laidOut(view(kind), look, 792, 700);
                        return page.lookupAll(".quantity > .label").stream()
                                .map(Label.class::cast)
                                .filter(label -> label.getWidth() < label.prefWidth(-1))
                                .map(Label::getText)
                                .toList();
                    });
            assertEquals(List.of(), cut);
        }
    }

    @Test
    void tilesStandInRowsOfEqualLength() {
        Map<Integer, List<Long>> rows = new TreeMap<>();
        for (int width : new int[] {792, 1_000, 1_392, 1_600}) {
            rows.put(
                    width,
                    Fx.call(() -> {
                        Node page = laidOut(view(Kind.CALM), Look.LIGHT, width, 700);
                        return page.lookupAll(".tile").stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Node::getLayoutY,
                                                TreeMap::new,
                                                Collectors.counting()))
                                .values()
                                .stream()
                                .toList();
                    }));
        }
        assertEquals(
                Map.of(
                        792, List.of(5L, 5L),
                        1_000, List.of(5L, 5L),
                        1_392, List.of(10L),
                        1_600, List.of(10L)),
                rows);
    }

    @Test
    void whatIsUnfoldedStaysSoWhileTheFindingChanges() {
        FindingsViewModel findings = new FindingsViewModel(ZoneOffset.UTC);
        Fx.run(() -> {
            findings.show(waiting("2 min 10 s"), SomeReadings.fresh("vitals"));
            Parent view =
                    FxmlViews.load(
                            new FindingsController(
                                    findings, new PanelActs(() -> {}, () -> {}), _ -> {}));
            Fx.style(new Scene(view, 900, 400), Look.LIGHT);
            view.applyCss();
            ((ToggleButton) view.lookup(".finding .toggle-button")).fire();
            findings.show(waiting("2 min 12 s"), SomeReadings.fresh("vitals"));

            assertTrue(view.lookup(".finding-rest").isVisible());
            assertTrue(
                    view.lookupAll(".finding-head > .label").stream()
                            .map(node -> ((Label) node).getText())
                            .anyMatch(text -> text.endsWith("2 min 12 s.")));
        });
    }

    private static HealthReport waiting(String time) {
        return new HealthReport(
                SomeReadings.NOON,
                List.of(
                        SomeFindings.finding(
                                "blockedSessions",
                                Severity.CRITICAL,
                                "Lock waits",
                                "1 session has been waiting for a lock for " + time + ".",
                                Where.LOCKS)));
    }

    @Test
    void everyLineOfTheConnectionCanBeCopied() {
        SomeWorkbench workbench = new SomeWorkbench();
        Fx.run(() -> {
            Parent view =
                    FxmlViews.load(
                            new ConnectionController(
                                    new ConnectionViewModel(
                                            PgTarget.of(
                                                    "db.example.net",
                                                    5432,
                                                    "shop",
                                                    "app",
                                                    TlsMode.VERIFY_FULL)),
                                    workbench));
            Fx.style(new Scene(view, 400, 400), Look.LIGHT);
            view.applyCss();
            view.lookupAll(".copy-button").forEach(node -> ((Button) node).fire());
        });
        assertEquals(10, workbench.copied.size());
        assertTrue(workbench.copied.stream().noneMatch(text -> text.contains("password")));
    }

    @Test
    @Tag("pictures")
    void everyFaceHasItsPicture() {
        for (Kind kind : Kind.values()) {
            for (Look look : Look.values()) {
                for (int[] size : SIZES) {
                    Parent view = Fx.call(() -> view(kind));
                    if (kind == Kind.TROUBLED && size[0] == 1_600) {
                        Fx.run(() -> unfold(view));
                    }
                    if (size[0] != 792 || kind == Kind.TROUBLED) {
                        Fx.picture(view, "overview-" + kind, look, size[0], size[1]);
                    }
                }
            }
        }
    }

    /** Opens the first finding and the lists of rules. */
    private static void unfold(Parent view) {
        Node page = ((ScrollPane) view).getContent();
        ((ToggleButton) page.lookup(".finding .toggle-button")).fire();
        page.lookupAll(".finding-fold").forEach(node -> ((ToggleButton) node).fire());
    }
}
