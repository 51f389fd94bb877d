package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.health.HealthReport;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.server.ArchiverSnapshot;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.QuietWorkbench;
import dev.howdah.ui.FxmlViews;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
        HealthReport report = kind == Kind.CALM ? SomeReadings.calm() : SomeReadings.troubled();
        tiles.showVitals(
                new VitalsTiles(
                        kind.of(SomeReadings.vitals(Optional.of(Duration.ofMinutes(14)), true)),
                        SomeReadings.samples(),
                        ZonedDateTime.now(CLOCK)),
                kind.of(SomeReadings.trend()));
        tiles.showSizes(kind.of(SomeReadings.sizes()));
        tiles.showReplication(kind.of(SomeReadings.primaryWithTwoStandbys()));
        tiles.showArchiver(kind.of(SomeReadings.archiver(ArchiverSnapshot.Mode.ON, false)));
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
        PanelActs acts = new PanelActs(() -> {}, () -> {});
        QuietWorkbench workbench = new QuietWorkbench();
        return FxmlViews.load(
                new OverviewController(),
                new FindingsController(findings, acts, _ -> {}),
                new TilesController(tiles),
                new ConnectionController(connection, workbench),
                new NodesController(nodes, acts),
                new SchemasController(schemas, acts, workbench),
                new ParametersController(parameters, acts, workbench),
                new ExtensionsController(extensions, acts, acts, workbench));
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
        Node page = ((javafx.scene.control.ScrollPane) view).getContent();
        ((ToggleButton) page.lookup(".finding .toggle-button")).fire();
        page.lookupAll(".finding-fold").forEach(node -> ((ToggleButton) node).fire());
    }
}
