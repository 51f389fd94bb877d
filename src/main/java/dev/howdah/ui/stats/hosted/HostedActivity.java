package dev.howdah.ui.stats.hosted;

import dev.howdah.core.Texts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.Optional;

/**
 * The way to a server's sessions through its provider's API, which needs no connection: when all
 * are taken, the password is lost, or a list of addresses keeps us out.
 */
public final class HostedActivity {
    private static final Texts TEXTS = Texts.of(HostedActivity.class);

    /** Providers count what they are asked. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Session session;
    private final Workbench workbench;

    private HostedActivity(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
    }

    /** Empty where the provider doesn't tell what runs. */
    public static Optional<HostedActivity> of(Session session, Workbench workbench) {
        return session.hosting().provider().capabilities().offers(Capability.RUNNING_QUERIES)
                ? Optional.of(new HostedActivity(session, workbench))
                : Optional.empty();
    }

    private Provider provider() {
        return session.hosting().provider();
    }

    /** What it is good for, as a sentence. */
    public String offer() {
        return TEXTS.text("offer.sentence", provider().providerName());
    }

    /** As its button is called. */
    public String title() {
        return TEXTS.text("offer.button", provider().providerName());
    }

    /** Shows the sessions over the window; they are read as long as they are there. */
    public void open() {
        HostedActivityViewModel model = new HostedActivityViewModel(provider(), session.target());
        Subscription running =
                session.hosting()
                        .loop()
                        .subscribe(ProviderQuestion.RUNNING_QUERIES, PAUSE, model::show);
        workbench.open(
                close ->
                        FxmlViews.load(
                                new HostedActivityController(
                                        model,
                                        workbench,
                                        running::askNow,
                                        this::showRequest,
                                        close)),
                running::close);
        running.shown();
    }

    private void showRequest() {
        workbench.showRequests(
                TEXTS.text("hosted.title", provider().providerName()),
                session.hosting().requestsOf(ProviderQuestion.RUNNING_QUERIES));
    }
}
