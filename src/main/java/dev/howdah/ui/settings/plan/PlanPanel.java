package dev.howdah.ui.settings.plan;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.LoadPeaks;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.settings.asking.ServiceSide;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;

/** The plans of the provider, with what a change would cost, promise, and break. */
public final class PlanPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(PlanPanel.class);

    /** Price lists and sizes change rarely. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Duration SIZES_PAUSE = Duration.ofMinutes(5);

    private final Session session;
    private final Workbench workbench;
    private final PlanViewModel model;
    private final MeasuredLoad measured;
    private final ServiceSide service;
    private final Subscription plans;
    private final Subscription metrics;
    private final Subscription sizes;
    private Optional<Runnable> vitals = Optional.empty();

    public PlanPanel(Session session, Workbench workbench, LoadPeaks peaks) {
        this.session = session;
        this.workbench = workbench;
        this.model = new PlanViewModel(workbench.clock(), ZoneId.systemDefault());
        this.measured = new MeasuredLoad(session.vitals(), peaks);
        this.plans = session.hosting().loop().subscribe(ProviderQuestion.PLANS, PAUSE, model::show);
        this.metrics =
                session.hosting()
                        .loop()
                        .subscribe(
                                ProviderQuestion.METRICS,
                                ServiceSide.PAUSE,
                                reading -> {
                                    measured.takeMetrics(reading);
                                    judge();
                                });
        this.sizes =
                session.slow()
                        .subscribe(
                                new SizesQuery(),
                                SIZES_PAUSE,
                                reading -> {
                                    measured.takeSizes(reading);
                                    judge();
                                });
        this.service =
                new ServiceSide(
                        session,
                        workbench,
                        Set.of(Operation.Act.PLAN_CHANGE),
                        plans::askNow,
                        this::showWork);
    }

    private void judge() {
        model.measured(measured.load());
    }

    private void showWork(ServiceSide now) {
        model.working(now.work().state().get(), now.whyNot(Capability.PLAN_CHANGE));
    }

    @Override
    public Place place() {
        return Place.SETTINGS_PLAN;
    }

    @Override
    public String title() {
        return TEXTS.text("plan.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new PlanController(
                        model, workbench, session::retry, this::showSent, this::changePlan));
    }

    private void showSent() {
        workbench.showRequests(
                title(),
                session.sentBy(
                        new SizesQuery(),
                        ProviderQuestion.PLANS,
                        ProviderQuestion.METRICS,
                        ProviderQuestion.FACTS));
    }

    /** What is lost and what hardly fits is said once more before the consent. */
    private void changePlan() {
        Optional<PlanOffer> chosen = model.chosen();
        Optional<PlanComparison> comparison = model.comparison().get();
        if (chosen.isPresent() && comparison.isPresent() && model.whyNot().get().isEmpty()) {
            service.ask((provider, target, facts) ->
                    provider.changePlan(target, facts, chosen.get())
                            .warning(comparison.get().warnings())
                            .askingForName());
        }
    }

    @Override
    public void shown() {
        service.shown();
        plans.shown();
        metrics.shown();
        sizes.shown();
        vitals = Optional.of(session.vitals().subscribe(this::judge));
        judge();
        showWork(service);
    }

    @Override
    public void hidden() {
        service.hidden();
        plans.hidden();
        metrics.hidden();
        sizes.hidden();
        vitals.ifPresent(Runnable::run);
        vitals = Optional.empty();
    }

    @Override
    public void close() {
        hidden();
        service.close();
        plans.close();
        metrics.close();
        sizes.close();
    }
}
