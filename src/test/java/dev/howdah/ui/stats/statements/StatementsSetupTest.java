package dev.howdah.ui.stats.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.statement.StatementDetailViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Statements panel says where a server counts or shows less than it could. */
class StatementsSetupTest {
    private final StatementsViewModel model =
            new StatementsViewModel(
                    Clock.fixed(SomeStatements.OPENING, ZoneOffset.UTC),
                    ZoneOffset.UTC,
                    new StatementDetailViewModel(ZoneOffset.UTC),
                    "shop",
                    "console");

    @Test
    void saysWhatIsMissingAndHowToGetIt() {
        model.showFacts(ShopStatements.told(ShopStatements.facts(true, "")));

        StatementsSetup setup = model.view().get().setup().orElseThrow();
        assertEquals(
                "The server counts statements, but the database shop has no extension to read"
                        + " them.",
                setup.title());
        assertEquals("CREATE EXTENSION pg_stat_statements;", setup.sql());
        assertTrue(setup.offersCreation());
        assertEquals(PanelState.Phase.FRESH, model.state().get().phase());
        assertEquals(Optional.of(StatementsSetup.Missing.LIBRARY), missing(false, "1.12"));
        assertEquals(
                Optional.of(StatementsSetup.Missing.LIBRARY_AND_EXTENSION), missing(false, ""));
        assertEquals(Optional.empty(), missing(true, "1.12"));
    }

    /** Over HTTP against the fake Scalingo, of a server that nobody reaches otherwise. */
    @Test
    void createsTheExtensionThroughTheProviderWhereItOffersThat(@TempDir Path folder)
            throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false);
                PanelStage<StatementsPanel> shown =
                        PanelStage.before(stage, folder, StatementsPanel::new)) {
            Parent view =
                    Fx.call(() ->
                            FxmlViews.load(
                                    new StatementsSetupController(
                                            model, shown.panel, shown.workbench)));
            Fx.run(() -> model.showFacts(ShopStatements.told(ShopStatements.facts(true, ""))));
            Fx.picture(view, "statements-setup-hosted", Fx.Look.LIGHT, 744, 200);
            Button provide = (Button) view.lookup("#provide");
            assertEquals("Create it through Scalingo…", Fx.call(provide::getText));
            Fx.run(provide::fire);

            Change change = shown.workbench.changes.getFirst();
            assertEquals("Collect statistics of statements", change.title());
            assertEquals(ChangeOutcome.Status.DONE, change.action().run().status());
        }
    }

    private static Optional<StatementsSetup.Missing> missing(boolean loaded, String version) {
        return StatementsSetup.of(ShopStatements.facts(loaded, version), "shop", "console")
                .map(StatementsSetup::missing);
    }

    @Test
    void namesTheGrantThatShowsHiddenStatements() {
        model.showFacts(ShopStatements.told(ShopStatements.facts()));
        StatementsSnapshot whole = ShopStatements.snapshot(0);
        model.show(
                ShopStatements.fresh(
                        new StatementsSnapshot(
                                whole.takenAt(),
                                whole.origin(),
                                new StatementsSnapshot.All(41, 1, 1e9, 1e9, true),
                                whole.cut(),
                                whole.counted(),
                                whole.rows())));

        assertEquals(
                new Notice(
                        Notice.Level.WARNING,
                        "One statement of another user is hidden from our role.",
                        "Let an administrator run: GRANT pg_read_all_stats TO \"console\";"),
                model.view().get().notices().getFirst());
    }

    @Test
    void warnsThatNothingIsCountedAndThatTheExtensionIsOld() {
        StatementsFacts.Settings none =
                new StatementsFacts.Settings(
                        Optional.empty(), 5_000, "none", true, true, true, 8_192);
        model.showFacts(
                ShopStatements.told(
                        new StatementsFacts(
                                true,
                                Optional.of(new StatementsFacts.Installed("1.9", "x", true)),
                                Optional.of("1.10"),
                                none)));
        model.show(ShopStatements.after(0));

        assertEquals(
                List.of(
                        "The server counts no statements now: pg_stat_statements.track is none.",
                        "The extension has version 1.9; this server could give 1.10, with more"
                                + " numbers."),
                model.view().get().notices().stream().map(Notice::sentence).toList());
    }
}
