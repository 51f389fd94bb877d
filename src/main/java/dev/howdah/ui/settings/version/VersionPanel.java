package dev.howdah.ui.settings.version;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.pg.server.UpgradeFactsQuery;
import dev.howdah.pg.settings.ExtensionsQuery;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.settings.asking.ServiceSide;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;

/** The versions the provider offers, with what an upgrade would meet in the database. */
public final class VersionPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(VersionPanel.class);
    private static final ProviderQuestion<List<VersionOffer>> VERSIONS =
            new ProviderQuestion<>("versions", Provider::versions);

    /** Versions appear every few months; the database is looked at on each visit. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Session session;
    private final Workbench workbench;
    private final UpgradeFactsQuery checks = new UpgradeFactsQuery();
    private final VersionViewModel model = new VersionViewModel();
    private final ServiceSide service;
    private final List<Subscription> reads;

    public VersionPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        Subscription versions = session.hosting().loop().subscribe(VERSIONS, PAUSE, model::show);
        this.reads =
                List.of(
                        versions,
                        session.slow().subscribe(checks, PAUSE, model::showFacts),
                        session.slow()
                                .subscribe(new ExtensionsQuery(), PAUSE, model::showExtensions));
        this.service =
                new ServiceSide(
                        session,
                        workbench,
                        Set.of(Operation.Act.VERSION_UPGRADE),
                        versions::askNow,
                        this::showWork);
    }

    private void showWork(ServiceSide now) {
        model.working(
                now.work().state().get(), now.whyNot(Capability.VERSION_UPGRADE), now.facts());
    }

    @Override
    public Place place() {
        return Place.SETTINGS_VERSION;
    }

    @Override
    public String title() {
        return TEXTS.text("version.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new VersionController(
                        model,
                        session::retry,
                        () ->
                                workbench.showRequests(
                                        title(),
                                        session.sentBy(checks, VERSIONS, ProviderQuestion.FACTS)),
                        this::upgrade));
    }

    private void upgrade() {
        if (model.whyNot().get().isPresent()) {
            return;
        }
        model.chosen()
                .get()
                .ifPresent(offer ->
                        service.ask((provider, target, facts) ->
                                provider.upgrade(target, facts, offer)
                                        .warning(model.warnings())
                                        .askingForName()));
    }

    @Override
    public void shown() {
        service.shown();
        reads.forEach(Subscription::shown);
        showWork(service);
    }

    @Override
    public void hidden() {
        service.hidden();
        reads.forEach(Subscription::hidden);
    }

    @Override
    public void close() {
        service.close();
        reads.forEach(Subscription::close);
    }
}
