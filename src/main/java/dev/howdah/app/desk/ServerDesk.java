package dev.howdah.app.desk;

import dev.howdah.app.lab.LabRunner;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.app.window.MainWindowController;
import dev.howdah.app.window.MainWindowController.ServerActions;
import dev.howdah.app.window.OpenServer;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Opens and closes servers as the person chooses them in the rail. What is not chosen stays open
 * but reads nothing. JavaFX thread only.
 */
public final class ServerDesk implements ServerActions {
    /** Makes an open server out of a profile; the wiring knows how. */
    @FunctionalInterface
    public interface Opener {
        OpenServer open(RailEntry entry, Profile profile, Secret password) throws ProblemException;
    }

    /** Asks the person for what is missing; dialogs of the window. */
    interface Questions {
        /** Adds a server. */
        void addServer();

        void editServer(Profile profile);

        /** Asks for the password of a saved profile, then opens it. */
        void askPassword(Profile profile, Optional<Problem> refusal);
    }

    private final RailViewModel rail;
    private final MainWindowController window;
    private final LabRunner lab;
    private final KnownPasswords passwords;
    private final Opener opener;
    private final Questions questions;
    private final Executor background;
    private final Map<UUID, OpenServer> open = new HashMap<>();
    private final FrontServer front = new FrontServer();
    private Optional<Copies> copies = Optional.empty();
    private Optional<Awaited> awaited = Optional.empty();
    private Consumer<OpenServer> onClosed = _ -> {};
    private int tabOfNext;

    /** What is to be done once a server is open. */
    private record Awaited(UUID entry, Consumer<OpenServer> then) {}

    public ServerDesk(
            RailViewModel rail,
            MainWindowController window,
            LabRunner lab,
            Secrets secrets,
            Opener opener,
            Questions questions,
            Executor background,
            Executor uiThread) {
        this.rail = rail;
        this.window = window;
        this.lab = lab;
        this.passwords = new KnownPasswords(secrets, background, uiThread);
        this.opener = opener;
        this.questions = questions;
        this.background = background;
        lab.state().subscribe(this::labChanged);
    }

    /** Who starts the lab's copies. Called once, before the window is shown. */
    public void setCopies(Copies lab) {
        copies = Optional.of(lab);
    }

    /** The server in front; empty on the start pages. */
    public Optional<OpenServer> front() {
        return front.now();
    }

    /** Who is told which server is in front. Called once, before the window is shown. */
    public void onFront(Consumer<Optional<OpenServer>> listener) {
        front.listen(listener);
    }

    /** Who is told that a server was closed. Called once, before the window is shown. */
    public void onClosed(Consumer<OpenServer> listener) {
        onClosed = listener;
    }

    /**
     * Does this with the server: at once when it is open. Else it is brought to the front, and this
     * happens once it is open, perhaps after its password was given; or never, when the person
     * turns to another server instead.
     */
    public void whenOpen(RailEntry entry, Consumer<OpenServer> then) {
        OpenServer known = open.get(entry.id());
        if (known != null) {
            then.accept(known);
            return;
        }
        awaited = Optional.of(new Awaited(entry.id(), then));
        choose(entry);
    }

    /** Another page takes the place of the server in front, which goes on being open. */
    public void turnAway() {
        front.leave();
        rail.deselect();
        awaited = Optional.empty();
    }

    /** The next server that opens begins with this tab. */
    public void beginWithTab(int index) {
        tabOfNext = index;
    }

    @Override
    public void choose(RailEntry entry) {
        awaited = awaited.filter(each -> each.entry().equals(entry.id()));
        rail.select(entry);
        OpenServer known = open.get(entry.id());
        if (known != null) {
            bringToFront(known);
        } else if (entry.isLab()) {
            front.leave();
            window.showLabStart();
            lab.start();
            labChanged(lab.state().get());
        } else if (entry.isCopy()) {
            startCopy(entry);
        } else {
            entry.profile().get().ifPresent(profile -> openProfile(entry, profile));
        }
    }

    private void startCopy(RailEntry entry) {
        front.leave();
        CopyStartPage page = new CopyStartPage(entry.name());
        window.showPage(page);
        copies.ifPresent(all ->
                all.start(
                        entry,
                        (profile, password) -> {
                            if (isChosen(entry) && !open.containsKey(entry.id())) {
                                entry.profile().set(Optional.of(profile));
                                open(entry, profile, password);
                            }
                        },
                        page::showProblem));
    }

    private boolean isChosen(RailEntry entry) {
        return rail.selected().get().filter(entry::equals).isPresent();
    }

    private void openProfile(RailEntry entry, Profile profile) {
        Optional<Secret> typed = passwords.typed(profile);
        if (typed.isPresent()) {
            open(entry, profile, typed.get());
            return;
        }
        front.leave();
        window.showWelcome();
        passwords.look(profile, kept -> keptOrAsked(entry, profile, kept));
    }

    /** By now the person may have chosen another server. */
    private void keptOrAsked(RailEntry entry, Profile profile, Optional<Secret> kept) {
        if (!isChosen(entry) || open.containsKey(entry.id())) {
            return;
        }
        if (kept.isPresent()) {
            open(entry, profile, kept.get());
        } else {
            questions.askPassword(profile, Optional.empty());
        }
    }

    /** A profile was saved or its password typed: open it anew with what is now known. */
    public void opened(Profile profile) {
        RailEntry entry = rail.put(profile);
        close(entry);
        choose(entry);
    }

    private void open(RailEntry entry, Profile profile, Secret password) {
        try {
            OpenServer server = opener.open(entry, profile, password);
            open.put(entry.id(), server);
            server.pane().selectTab(tabOfNext);
            tabOfNext = 0;
            bringToFront(server);
            server.pane()
                    .header()
                    .refusal()
                    .subscribe(refusal -> refusal.ifPresent(why -> refused(entry, profile, why)));
        } catch (ProblemException e) {
            questions.askPassword(profile, Optional.of(e.problem()));
        }
    }

    /** The password is asked for anew; what the server said stands beside the question. */
    private void refused(RailEntry entry, Profile profile, Problem why) {
        if (entry.isSaved()) {
            passwords.wipe(profile);
            questions.askPassword(profile, Optional.of(why));
        }
    }

    private void bringToFront(OpenServer server) {
        front.bring(server, window);
        Optional<Awaited> waiting =
                awaited.filter(each -> each.entry().equals(server.entry().id()));
        awaited = Optional.empty();
        waiting.ifPresent(each -> each.then().accept(server));
    }

    private void labChanged(LabRunner.State state) {
        RailEntry entry = rail.lab();
        if (state instanceof LabRunner.Running(Profile profile, Secret password)
                && isChosen(entry)
                && !open.containsKey(entry.id())) {
            entry.profile().set(Optional.of(profile));
            open(entry, profile, password);
        }
    }

    @Override
    public void add() {
        questions.addServer();
    }

    @Override
    public void edit(RailEntry entry) {
        entry.profile().get().ifPresent(questions::editServer);
    }

    @Override
    public void remove(RailEntry entry) {
        copies.ifPresent(all -> all.remove(entry));
    }

    @Override
    public void close(RailEntry entry) {
        OpenServer server = open.remove(entry.id());
        if (server == null) {
            return;
        }
        if (front.gone(server)) {
            window.showWelcome();
        }
        server.operations().close();
        onClosed.accept(server);
        server.pane().close();
        background.execute(server::end);
        entry.dot().set(RailEntry.Dot.CLOSED);
    }

    /** The profile is gone. */
    void removed(Profile profile) {
        rail.byId(profile.id())
                .ifPresent(entry -> {
                    close(entry);
                    rail.remove(entry);
                });
        window.showWelcome();
    }

    public List<OpenServer> openServers() {
        return new ArrayList<>(open.values());
    }
}
