package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.HealthReport;
import dev.howdah.health.session.SessionFacts;
import dev.howdah.pg.Query;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.ServerFactsQuery;
import dev.howdah.pg.server.objects.VectorIndexesQuery;
import dev.howdah.pg.server.replication.ReplicationQuery;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.vacuum.WraparoundQuery;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsTrend;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.session.Session;
import dev.howdah.session.VitalsHistory;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.overview.connection.ConnectionController;
import dev.howdah.ui.overview.connection.ConnectionViewModel;
import dev.howdah.ui.overview.facts.ExtensionsController;
import dev.howdah.ui.overview.facts.ExtensionsViewModel;
import dev.howdah.ui.overview.facts.ParametersController;
import dev.howdah.ui.overview.facts.ParametersViewModel;
import dev.howdah.ui.overview.facts.SchemasController;
import dev.howdah.ui.overview.facts.SchemasViewModel;
import dev.howdah.ui.overview.findings.FindingLine;
import dev.howdah.ui.overview.findings.FindingsController;
import dev.howdah.ui.overview.findings.FindingsViewModel;
import dev.howdah.ui.overview.nodes.NodesController;
import dev.howdah.ui.overview.nodes.NodesViewModel;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.overview.service.ServiceController;
import dev.howdah.ui.overview.service.ServiceViewModel;
import dev.howdah.ui.overview.tiles.TilesController;
import dev.howdah.ui.overview.tiles.TilesViewModel;
import dev.howdah.ui.overview.tiles.VitalsTiles;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Parent;

/** The Overview tab of one server. */
public final class OverviewTab implements ServerTab {
    private static final Texts TEXTS = Texts.of(OverviewTab.class);

    private final Session session;
    private final Workbench workbench;
    private final OverviewReads reads;
    private final WatchedSessions sessions;
    private final Runnable endVitals;
    private final Checkup checkup;
    private final FindingsViewModel findings;
    private final TilesViewModel tiles;
    private final ConnectionViewModel connection;
    private final NodesViewModel nodes;
    private final SchemasViewModel schemas;
    private final ParametersViewModel parameters = new ParametersViewModel();
    private final ExtensionsViewModel extensions;
    private final ServiceViewModel service;
    private final boolean hosted;
    private final OverviewController controller = new OverviewController();
    private boolean onScreen;

    public OverviewTab(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.findings = new FindingsViewModel(workbench.clock().getZone());
        this.tiles = new TilesViewModel(workbench.clock());
        this.connection = new ConnectionViewModel(session.profile().target());
        this.nodes = new NodesViewModel(session.profile().name());
        this.schemas = new SchemasViewModel(session.growth()::grownBytes);
        this.extensions = new ExtensionsViewModel(() -> Optional.ofNullable(session.shape()));
        this.hosted = session.hosting().provider().capabilities().offers(Capability.FACTS);
        this.service = new ServiceViewModel(session.hosting().provider().providerName());
        this.checkup = new Checkup(workbench.clock(), workbench.uiThread(), this::judged);
        this.reads = new OverviewReads(session);
        this.endVitals = session.vitals().subscribe(this::showVitals);
        this.sessions = new WatchedSessions(session, reads, this::showSessions);
        watchTheFast();
        watchTheSlow();
        watchTheProvider();
        checkup.read(reads);
    }

    private void watchTheProvider() {
        if (hosted) {
            reads.provider(ProviderQuestion.FACTS, OverviewReads.EVERY_MINUTE, service::showFacts);
            reads.provider(ProviderQuestion.PLANS, OverviewReads.RARELY, service::showPlans);
        }
    }

    private void watchTheFast() {
        reads.fast(
                new ReplicationQuery(),
                OverviewReads.OFTEN,
                reading -> {
                    nodes.show(reading);
                    tiles.showReplication(reading);
                    connection.showReplication(reading);
                    checkup.take(ReplicationSnapshot.class, reading);
                });
        reads.fast(
                new ArchiveQuery(),
                Duration.ofSeconds(10),
                reading -> {
                    tiles.showArchive(reading);
                    checkup.take(ArchiveSnapshot.class, reading);
                });
    }

    private void watchTheSlow() {
        reads.slow(
                new WraparoundQuery(),
                OverviewReads.EVERY_MINUTE,
                reading -> {
                    tiles.showWraparound(reading);
                    checkup.take(WraparoundSnapshot.class, reading);
                });
        reads.slow(
                new ServerFactsQuery(),
                OverviewReads.EVERY_MINUTE,
                reading -> {
                    connection.showFacts(reading);
                    parameters.show(reading);
                    extensions.showFacts(reading);
                    checkup.take(ServerFacts.class, reading);
                });
        reads.slow(new SizesQuery(), OverviewReads.RARELY, tiles::showSizes);
        reads.slow(new SchemasQuery(false), OverviewReads.RARELY, schemas::show);
        reads.slow(new VectorIndexesQuery(), OverviewReads.RARELY, extensions::showVectors);
    }

    private void showVitals() {
        if (!onScreen) {
            return;
        }
        VitalsHistory history = session.vitals();
        Reading<VitalsSnapshot> reading = history.reading();
        Reading<VitalsTrend> trend = history.trend();
        tiles.showVitals(
                new VitalsTiles(reading, history.samples(), ZonedDateTime.now(workbench.clock())),
                trend);
        checkup.take(VitalsSnapshot.class, reading);
        checkup.take(VitalsTrend.class, trend);
    }

    private void showSessions(Reading<SessionFacts> facts) {
        tiles.showSessions(facts);
        checkup.take(SessionFacts.class, facts);
    }

    private void judged(HealthReport report) {
        findings.show(report, session.vitals().reading());
        tiles.judge(report);
    }

    /** The worst that is known, for marks elsewhere; UNKNOWN before the first look. */
    public ReadOnlyObjectProperty<Severity> health() {
        return findings.worst();
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                controller,
                new FindingsController(
                        findings,
                        new PanelActs(
                                session::retry,
                                () -> workbench.showSql(TEXTS.text("findings.sql"), reads.sql())),
                        this::follow),
                new TilesController(tiles),
                new ConnectionController(connection, workbench),
                new NodesController(nodes, acts("nodes.title", new ReplicationQuery())),
                new SchemasController(
                        schemas, acts("schemas.title", new SchemasQuery(false)), workbench),
                new ParametersController(
                        parameters, acts("parameters.title", new ServerFactsQuery()), workbench),
                new ExtensionsController(
                        extensions,
                        acts("extensions.title", new ServerFactsQuery()),
                        acts("vectors.title", new VectorIndexesQuery()),
                        workbench),
                new ServiceController(
                        service, workbench, session.hosting().loop()::askAllNow, hosted));
    }

    private PanelActs acts(String titleKey, Query<?> query) {
        return new PanelActs(
                session::retry,
                () -> workbench.showSql(TEXTS.text(titleKey), session.sqlOf(query)));
    }

    private void follow(FindingLine line) {
        line.place()
                .ifPresentOrElse(
                        place -> {
                            if (line.filter().isEmpty()) {
                                workbench.goTo(place);
                            } else {
                                workbench.goTo(place, line.filter());
                            }
                        },
                        controller::revealNodes);
    }

    @Override
    public void shown() {
        onScreen = true;
        reads.shown();
        sessions.shown();
        showVitals();
    }

    @Override
    public void hidden() {
        onScreen = false;
        reads.hidden();
        sessions.hidden();
    }

    @Override
    public void close() {
        hidden();
        endVitals.run();
        reads.close();
        sessions.close();
    }
}
