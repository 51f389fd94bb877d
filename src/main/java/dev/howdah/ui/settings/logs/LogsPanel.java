package dev.howdah.ui.settings.logs;

import dev.howdah.core.Texts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Parent;

/** The server's log and the service's events, as far as the provider gives them. */
public final class LogsPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(LogsPanel.class);
    private static final int MOST_LINES = 1_000;
    private static final int MOST_EVENTS = 100;
    private static final ProviderQuestion<List<String>> LOG =
            new ProviderQuestion<>("log " + MOST_LINES, provider -> provider.log(MOST_LINES));
    private static final ProviderQuestion<List<ServiceEvent>> EVENTS =
            new ProviderQuestion<>(
                    "events " + MOST_EVENTS, provider -> provider.events(MOST_EVENTS));
    private static final ProviderQuestion<List<LogArchive>> ARCHIVES =
            new ProviderQuestion<>("log archives", Provider::logArchives);

    /** A log is fetched as a whole each time, and providers count requests. */
    private static final Duration LOG_PAUSE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Session session;
    private final Workbench workbench;
    private final LogViewModel model;
    private final LogDownloads downloads;
    private final List<Subscription> reads;

    public LogsPanel(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
        this.model = new LogViewModel(workbench.clock(), ZoneId.systemDefault());
        this.downloads =
                new LogDownloads(
                        session.hosting().provider()::openLogArchive, session.target(), workbench);
        RefreshLoop loop = session.hosting().loop();
        this.reads =
                List.of(
                        loop.subscribe(LOG, LOG_PAUSE, model::showLog),
                        loop.subscribe(EVENTS, PAUSE, model::showEvents),
                        loop.subscribe(ARCHIVES, PAUSE, model::showArchives));
    }

    @Override
    public Place place() {
        return Place.SETTINGS_LOGS;
    }

    @Override
    public String title() {
        return TEXTS.text("logs.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new LogsController(
                        model, downloads, workbench, session::retry, this::showRequests));
    }

    private void showRequests() {
        workbench.showRequests(title(), session.hosting().requestsOf(LOG, EVENTS, ARCHIVES));
    }

    @Override
    public void shown() {
        reads.forEach(Subscription::shown);
    }

    @Override
    public void hidden() {
        reads.forEach(Subscription::hidden);
    }

    @Override
    public void filter(String text) {
        model.filter().set(text);
    }

    @Override
    public void close() {
        reads.forEach(Subscription::close);
        downloads.cancelAll();
    }
}
