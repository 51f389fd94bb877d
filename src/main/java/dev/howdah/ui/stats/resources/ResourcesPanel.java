package dev.howdah.ui.stats.resources;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** What the provider measures of the service: CPU, memory, swap, disk and connections. */
public final class ResourcesPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(ResourcesPanel.class);

    /** Providers measure every few seconds at the most, and count what they are asked. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Session session;
    private final Workbench workbench;
    private final ResourcesViewModel model = new ResourcesViewModel();
    private final HistoryViewModel past;
    private final ProviderQuestion<List<MetricSeries>> history;
    private final Subscription metrics;
    private final Optional<Subscription> told;

    public ResourcesPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        Provider provider = session.hosting().provider();
        Optional<String> whyNot = provider.capabilities().whyNot(Capability.METRIC_HISTORY);
        this.past = new HistoryViewModel(workbench.clock(), provider.providerName(), whyNot);
        this.history = new ProviderQuestion<>("metricHistory", this::lastHour);
        RefreshLoop loop = session.hosting().loop();
        this.metrics = loop.subscribe(ProviderQuestion.METRICS, PAUSE, this::show);
        this.told =
                whyNot.isPresent()
                        ? Optional.empty()
                        : Optional.of(loop.subscribe(history, PAUSE, past::showHistory));
    }

    private List<MetricSeries> lastHour(Provider provider) throws ProblemException {
        Instant now = workbench.clock().instant();
        return provider.metricHistory(
                EnumSet.allOf(Metric.Kind.class), now.minus(SeenMetrics.KEPT), now);
    }

    private void show(Reading<List<Metric>> reading) {
        model.show(reading);
        past.showMetrics(reading);
    }

    @Override
    public Place place() {
        return Place.STATS_RESOURCES;
    }

    @Override
    public String title() {
        return TEXTS.text("resources.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new ResourcesController(
                        model, past, workbench, session::retry, this::showRequests));
    }

    private void showRequests() {
        workbench.showRequests(
                title(),
                told.isPresent()
                        ? session.hosting().requestsOf(ProviderQuestion.METRICS, history)
                        : session.hosting().requestsOf(ProviderQuestion.METRICS));
    }

    @Override
    public void shown() {
        metrics.shown();
        told.ifPresent(Subscription::shown);
    }

    @Override
    public void hidden() {
        metrics.hidden();
        told.ifPresent(Subscription::hidden);
    }

    @Override
    public void close() {
        metrics.close();
        told.ifPresent(Subscription::close);
    }
}
