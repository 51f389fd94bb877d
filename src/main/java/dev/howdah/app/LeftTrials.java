package dev.howdah.app;

import dev.howdah.app.rail.RailEntry;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.LabCluster;
import dev.howdah.profile.Profile;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialWords;
import dev.howdah.provider.trial.guard.GuardClock;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.session.Hosting;
import dev.howdah.ui.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what a console that died left on trial, as long as nobody opens the server: its time
 * runs out, and what was before goes back. That takes the provider's API and no login. JavaFX
 * thread.
 */
final class LeftTrials implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(LeftTrials.class);
    private static final Logger LOG = LoggerFactory.getLogger(LeftTrials.class);

    private final Wiring window;

    /** Those that are looked after, by the service; at the end from another thread. */
    private final Map<String, GuardClock> cared = new ConcurrentHashMap<>();

    /**
     * @param window asked for its parts only later, for then it is whole
     */
    LeftTrials(Wiring window) {
        this.window = window;
    }

    /** Begins with all there are on disk; the saved servers are in the rail by now. */
    void begin() {
        window.background()
                .execute(() -> {
                    try {
                        List<Trial> left = window.trials.unfinished();
                        Platform.runLater(() -> left.forEach(this::lookAfter));
                    } catch (ProblemException e) {
                        LOG.warn("What is on trial can't be looked for", e);
                    }
                });
    }

    private void lookAfter(Trial trial) {
        if (isLookedAfter(trial.service())) {
            return;
        }
        if (trial.service().equals(LabProvider.ID)) {
            lookAfterTheLab(trial);
            return;
        }
        window.rail.servers().stream()
                .sorted(
                        Comparator.comparing(
                                entry -> !entry.name().equals(trial.target().server())))
                .flatMap(entry -> at(trial, entry).stream())
                .findFirst()
                .ifPresentOrElse(
                        this::begin,
                        () -> window.trialWatch.left(trial, TEXTS.text("trial.nobody")));
    }

    /** A server of the rail through which the trial's service can be reached. */
    private record Way(Trial trial, RailEntry entry, Hosting hosting) {}

    private Optional<Way> at(Trial trial, RailEntry entry) {
        return entry.profile()
                .get()
                .filter(profile -> profile.hostedBy().isPresent())
                .map(profile ->
                        window.providers.hosting(profile, Platform::runLater, window.clock()))
                .filter(hosting -> hosting.provider().id().equals(trial.service()))
                .map(hosting -> new Way(trial, entry, hosting));
    }

    private void lookAfterTheLab(Trial trial) {
        window.trialWatch.left(trial, TEXTS.text("trial.lab"));
        window.background()
                .execute(() -> {
                    try {
                        LabCluster lab = window.lab.running();
                        Platform.runLater(() ->
                                begin(
                                        new Way(
                                                trial,
                                                window.rail.lab(),
                                                window.providers.hosting(
                                                        lab, Platform::runLater, window.clock()))));
                    } catch (ProblemException e) {
                        Platform.runLater(
                                () -> window.trialWatch.stillLeft(trial, e.problem().sentence()));
                    }
                });
    }

    /** By now the person may have opened it. */
    private void begin(Way way) {
        String service = way.trial().service();
        if (isLookedAfter(service)) {
            return;
        }
        LockOutGuard guard = window.guard(way.hosting(), true, LeftTrials::logInNowhere);
        Runnable _ = guard.news().subscribe(state -> heard(way, state));
        cared.put(service, new GuardClock(guard));
    }

    /** Only who has the server open can keep a change, so there is nothing to prove. */
    private static void logInNowhere() throws ProblemException {
        throw new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_SUPPORTED,
                        TEXTS.text("trial.closed"),
                        TEXTS.text("trial.closed.remedy")));
    }

    private void heard(Way way, TrialState state) {
        String service = way.trial().service();
        window.trialWatch.heard(service, state, () -> show(way, state));
        if (state instanceof TrialState.Ended) {
            window.status.say(
                    TEXTS.text(
                            "trial.over",
                            way.trial().target().server(),
                            TrialWords.sentence(state)));
            GuardClock over = cared.remove(service);
            if (over != null) {
                window.journal.refresh();
                window.background().execute(over::leave);
            }
        }
    }

    /** Where something can be done: a missing token is entered with the profile. */
    private void show(Way way, TrialState state) {
        Optional<Profile> refused =
                state instanceof TrialState.GoingBack back
                        ? back.trouble()
                                .filter(why -> why.kind() == Problem.Kind.LOGIN_REFUSED)
                                .flatMap(_ -> way.entry().profile().get())
                        : Optional.empty();
        if (refused.isPresent()) {
            window.desk.edit(way.entry());
        } else {
            window.desk.whenOpen(
                    way.entry(),
                    server -> {
                        window.desk.choose(way.entry());
                        server.pane().goTo(Place.SETTINGS_ALLOWLIST, "");
                    });
        }
    }

    private boolean isLookedAfter(String service) {
        return cared.containsKey(service)
                || window.desk.openServers().stream()
                        .anyMatch(open -> open.session().hosting().provider().id().equals(service));
    }

    /**
     * From now on somebody else looks after the service, but not before the result has run, which
     * may block.
     */
    Runnable handOver(String service) {
        GuardClock ours = cared.remove(service);
        return ours == null ? () -> {} : ours::leave;
    }

    /** The console is closed, which keeps nothing. Blocks as long as the providers do. */
    @Override
    public void close() {
        List<GuardClock> last = List.copyOf(cared.values());
        cared.clear();
        last.forEach(GuardClock::close);
    }
}
