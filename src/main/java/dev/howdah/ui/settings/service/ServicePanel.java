package dev.howdah.ui.settings.service;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.settings.asking.ServiceSide;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;

/** The nodes of a service with their roles, and the provider's maintenance. */
public final class ServicePanel implements TabPanel, ServiceController.Acts {
    private static final Texts TEXTS = Texts.of(ServicePanel.class);

    /** Of planned and past work. */
    private static final int MOST_ENTRIES = 50;

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final ProviderQuestion<List<MaintenanceEntry>> MAINTENANCE =
            new ProviderQuestion<>(
                    "maintenance " + MOST_ENTRIES, provider -> provider.maintenance(MOST_ENTRIES));

    private final Session session;
    private final Workbench workbench;
    private final ServiceViewModel model;
    private final ServiceSide service;
    private final Subscription maintenance;

    public ServicePanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.model = new ServiceViewModel(workbench.clock(), ZoneId.systemDefault());
        this.maintenance =
                session.hosting().loop().subscribe(MAINTENANCE, PAUSE, model::showEntries);
        this.service =
                new ServiceSide(
                        session,
                        workbench,
                        Set.of(
                                Operation.Act.MAINTENANCE_WINDOW,
                                Operation.Act.REPLICA,
                                Operation.Act.PROMOTION,
                                Operation.Act.NODE_FAILURE),
                        maintenance::askNow,
                        this::showWork);
    }

    private void showWork(ServiceSide now) {
        model.working(now.work().state().get(), now.facts(), now::whyNot);
    }

    @Override
    public Place place() {
        return Place.SETTINGS_SERVICE;
    }

    @Override
    public String title() {
        return TEXTS.text("service.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(new ServiceController(model, workbench, this));
    }

    @Override
    public void retry() {
        session.retry();
    }

    @Override
    public void showRequests() {
        workbench.showRequests(
                title(), session.hosting().requestsOf(ProviderQuestion.FACTS, MAINTENANCE));
    }

    @Override
    public void moveMaintenance() {
        model.window()
                .filter(_ -> service.whyNot(Capability.MAINTENANCE_WINDOW).isEmpty())
                .ifPresent(from ->
                        workbench.open(close ->
                                FxmlViews.load(
                                        new WindowFormController(
                                                session.target(),
                                                from,
                                                model.words(),
                                                to -> {
                                                    close.run();
                                                    service.ask((provider, target, _) ->
                                                            provider.moveMaintenance(
                                                                    target, from, to));
                                                },
                                                close))));
    }

    @Override
    public void addReplica() {
        if (service.whyNot(Capability.REPLICAS).isEmpty()) {
            workbench.open(close ->
                    FxmlViews.load(
                            new ReplicaFormController(
                                    session.target(),
                                    name -> {
                                        close.run();
                                        service.ask((provider, target, _) ->
                                                provider.addReplica(target, name));
                                    },
                                    close)));
        }
    }

    /** A promotion ends the old order of things, whatever the provider says besides. */
    @Override
    public void promote(ServiceNode node) {
        if (service.whyNot(Capability.PROMOTE).isEmpty()) {
            service.ask((provider, target, _) ->
                    provider.promote(target, node)
                            .warning(List.of(TEXTS.text("promote.consequence")))
                            .askingForName());
        }
    }

    @Override
    public void fail(ServiceNode node) {
        if (service.whyNot(Capability.NODE_FAILURE).isEmpty()) {
            service.ask((provider, target, _) -> provider.failNode(target, node));
        }
    }

    @Override
    public void shown() {
        service.shown();
        maintenance.shown();
        showWork(service);
    }

    @Override
    public void hidden() {
        service.hidden();
        maintenance.hidden();
    }

    @Override
    public void close() {
        service.close();
        maintenance.close();
    }
}
