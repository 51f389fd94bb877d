package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ClientsQuery;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.SeenClients;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.settings.allowlist.list.AllowlistEditor;
import dev.howdah.ui.settings.allowlist.list.AllowlistViewModel;
import dev.howdah.ui.settings.allowlist.switches.SwitchesController;
import dev.howdah.ui.settings.allowlist.switches.SwitchesViewModel;
import dev.howdah.ui.settings.allowlist.trial.TrialController;
import dev.howdah.ui.settings.allowlist.trial.TrialViewModel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;

/** Who may connect, who does, and what a changed list would bring about. */
public final class AllowlistPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(AllowlistPanel.class);
    private static final ProviderQuestion<InetAddress> OWN_ADDRESS =
            new ProviderQuestion<>("own-address", Provider::ownAddress);
    private static final Duration LIST_PAUSE = Duration.ofSeconds(15);
    private static final Duration FACTS_PAUSE = Duration.ofSeconds(30);
    private static final Duration CLIENTS_PAUSE = Duration.ofSeconds(5);

    private final Session session;
    private final Workbench workbench;
    private final ClientsQuery query = new ClientsQuery();
    private final AllowlistViewModel model;
    private final AllowlistDraftViewModel draft;
    private final TrialViewModel trial;
    private final SwitchesViewModel switches;
    private final List<Subscription> reads = new ArrayList<>();
    private final List<Subscription> overheard = new ArrayList<>();
    private final Runnable news;

    /**
     * @param seen those of the session's server
     */
    public AllowlistPanel(
            Session session, Workbench workbench, LockOutGuard guard, SeenClients seen) {
        this.session = session;
        this.workbench = workbench;
        Provider provider = session.hosting().provider();
        DraftKeeper keeper = new DraftKeeper(guard, workbench.background());
        AllowlistEditor editor = new AllowlistEditor(keeper::keep);
        model = new AllowlistViewModel(provider, editor, seen);
        draft =
                new AllowlistDraftViewModel(
                        new AllowlistChange(provider, session.target(), guard), editor, model);
        trial = new TrialViewModel(guard);
        switches = new SwitchesViewModel(provider, session.target(), guard);
        keeper.restore(
                workbench.uiThread(),
                found -> {
                    editor.restore(found);
                    model.refresh();
                });
        subscribe(provider);
        news =
                guard.news()
                        .subscribe(state -> {
                            trial.show(state);
                            draft.showTrial(state);
                            switches.showTrial(state);
                            if (state instanceof TrialState.Ended) {
                                // the list or a switch is another than a moment ago
                                session.hosting().loop().askAllNow();
                            }
                        });
    }

    private void subscribe(Provider provider) {
        RefreshLoop asks = session.hosting().loop();
        reads.add(asks.subscribe(ProviderQuestion.ALLOWLIST, LIST_PAUSE, model::show));
        reads.add(asks.subscribe(ProviderQuestion.FACTS, FACTS_PAUSE, switches::show));
        if (provider.capabilities().offers(Capability.OWN_ADDRESS)) {
            reads.add(asks.subscribe(OWN_ADDRESS, FACTS_PAUSE, model::showOwn));
        }
        reads.add(session.fast().subscribe(query, CLIENTS_PAUSE, model::showClients));
        reads.add(session.fast().subscribe(query, CLIENTS_PAUSE, switches::showClients));
        // never shown, so nothing is asked for it: it hears what other panels ask
        for (boolean idleToo : new boolean[] {false, true}) {
            overheard.add(
                    session.fast()
                            .subscribe(
                                    new ActivityQuery(idleToo),
                                    CLIENTS_PAUSE,
                                    model::showSessions));
        }
    }

    @Override
    public Place place() {
        return Place.SETTINGS_ALLOWLIST;
    }

    @Override
    public String title() {
        return TEXTS.text("list.title");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new AllowlistController(
                        model,
                        draft,
                        workbench,
                        session::retry,
                        () -> workbench.showRequests(title(), session.sentBy(query, questions()))),
                new TrialController(trial),
                new SwitchesController(switches, workbench, session::retry));
    }

    private ProviderQuestion<?>[] questions() {
        return session.hosting().provider().capabilities().offers(Capability.OWN_ADDRESS)
                ? new ProviderQuestion<?>[] {
                    ProviderQuestion.ALLOWLIST, ProviderQuestion.FACTS, OWN_ADDRESS
                }
                : new ProviderQuestion<?>[] {ProviderQuestion.ALLOWLIST, ProviderQuestion.FACTS};
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
    public void close() {
        news.run();
        reads.forEach(Subscription::close);
        overheard.forEach(Subscription::close);
    }
}
