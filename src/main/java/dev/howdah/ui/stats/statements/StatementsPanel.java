package dev.howdah.ui.stats.statements;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.extension.StatementsExtension;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.capability.Capability;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.stats.statement.StatementDetailController;
import dev.howdah.ui.stats.statement.StatementDetailViewModel;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Parent;

/** What costs most on the server, in a stretch of time, and whether it is worse than before. */
public final class StatementsPanel implements TabPanel, StatementsActs {
    private static final Texts TEXTS = Texts.of(StatementsPanel.class);

    private final Session session;
    private final Workbench workbench;
    private final StatementDetailViewModel detail;
    private final StatementsViewModel model;
    private final StatementsReadings readings;

    public StatementsPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        PgTarget target = session.profile().target();
        this.detail = new StatementDetailViewModel(ZoneId.systemDefault());
        this.model =
                new StatementsViewModel(
                        workbench.clock(),
                        ZoneId.systemDefault(),
                        detail,
                        target.database(),
                        target.user());
        this.readings = new StatementsReadings(session, workbench, model);
    }

    @Override
    public Place place() {
        return Place.STATS_STATEMENTS;
    }

    @Override
    public String title() {
        return TEXTS.text("statements.title");
    }

    @Override
    public Parent view() {
        StatementTableController table = new StatementTableController(model, workbench);
        return FxmlViews.load(
                new StatementsController(model, detail, table, this),
                table,
                new StatementDetailController(detail, table::clearSelection, workbench),
                new StatementsSetupController(model, this, workbench));
    }

    /** What it shows at the moment, and how old that is. */
    PanelState state() {
        return model.state().get();
    }

    /** Whether no text is being read. */
    boolean wishesForNothing() {
        return model.wish().get().equals(TextsWish.NONE);
    }

    @Override
    public void shown() {
        readings.shown();
    }

    @Override
    public void hidden() {
        readings.hidden();
    }

    @Override
    public void filter(String text) {
        model.list().filter().set(text);
    }

    @Override
    public void close() {
        readings.close();
    }

    @Override
    public void refresh() {
        readings.askNow();
    }

    @Override
    public void showSql() {
        workbench.showSql(title(), session.sqlOf(new StatementsQuery(model.cut().get())));
    }

    @Override
    public void createExtension() {
        model.facts()
                .ifPresent(facts ->
                        workbench.confirm(
                                extension().create(facts.loaded()), _ -> session.retry()));
    }

    @Override
    public Optional<String> providerThatCreates() {
        Provider provider = session.hosting().provider();
        return provider.capabilities().offers(Capability.STATEMENT_STATISTICS)
                ? Optional.of(provider.providerName())
                : Optional.empty();
    }

    @Override
    public void createThroughProvider() {
        try {
            workbench.confirm(
                    session.hosting().provider().collectStatementStatistics(session.target()),
                    _ -> session.retry());
        } catch (ProblemException e) {
            workbench.say(e.problem());
        }
    }

    @Override
    public void updateExtension() {
        model.facts().filter(StatementsFacts::isOutdated).ifPresent(this::update);
    }

    private void update(StatementsFacts facts) {
        workbench.confirm(
                extension()
                        .update(
                                facts.installed().orElseThrow().version(),
                                facts.available().orElseThrow()),
                _ -> session.retry());
    }

    private StatementsExtension extension() {
        return new StatementsExtension(
                session.target(), session.profile().target().database(), session.writer());
    }

    @Override
    public Optional<String> whyNoChange() {
        ServerShape shape = session.shape();
        if (session.profile().readOnly()) {
            return Optional.of(TEXTS.text("statements.setup.readOnly"));
        }
        return shape != null && shape.inRecovery()
                ? Optional.of(TEXTS.text("statements.setup.standby"))
                : Optional.empty();
    }
}
