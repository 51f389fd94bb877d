package dev.howdah.ui.stats.resources;

import dev.howdah.core.Texts;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import javafx.scene.Parent;

/** What the provider measures of the service: CPU, memory, swap, disk and connections. */
public final class ResourcesPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(ResourcesPanel.class);

    /** Providers measure every few seconds at the most, and count what they are asked. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Session session;
    private final Workbench workbench;
    private final ResourcesViewModel model = new ResourcesViewModel();
    private final Subscription metrics;

    public ResourcesPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.metrics =
                session.hosting().loop().subscribe(ProviderQuestion.METRICS, PAUSE, model::show);
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
                new ResourcesController(model, workbench, session::retry, this::showRequests));
    }

    private void showRequests() {
        workbench.showRequests(title(), session.hosting().requestsOf(ProviderQuestion.METRICS));
    }

    @Override
    public void shown() {
        metrics.shown();
    }

    @Override
    public void hidden() {
        metrics.hidden();
    }

    @Override
    public void close() {
        metrics.close();
    }
}
