package dev.howdah.app.journal;

import dev.howdah.app.desk.ServerDesk;
import dev.howdah.app.dialogs.Dialogs;
import dev.howdah.app.dialogs.TroublePage;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.app.status.StatusViewModel;
import dev.howdah.app.window.OpenServer;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.session.LostEnds;
import dev.howdah.session.WaysBack;
import dev.howdah.ui.journal.JournalPage;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes changes of the journal back, and finds out about those without an end: opens their server
 * if need be, makes the way back from what was kept, and shows it to be confirmed. JavaFX thread.
 */
public final class Undoing {
    private static final Texts TEXTS = Texts.of(Undoing.class);

    private final ChangeLog log;
    private final JournalReader reader;
    private final StatusViewModel status;
    private final RailViewModel rail;
    private final ServerDesk desk;
    private final Dialogs dialogs;
    private final Executor background;
    private final Executor uiThread;
    private final Clock clock;

    public Undoing(
            ChangeLog log,
            JournalReader reader,
            StatusViewModel status,
            RailViewModel rail,
            ServerDesk desk,
            Dialogs dialogs,
            Executor background,
            Executor uiThread,
            Clock clock) {
        this.log = log;
        this.reader = reader;
        this.status = status;
        this.clock = clock;
        this.rail = rail;
        this.desk = desk;
        this.dialogs = dialogs;
        this.background = background;
        this.uiThread = uiThread;
    }

    /** A change of which only the id is known: one of the newest. */
    public void undo(UUID id) {
        background.execute(() -> {
            try {
                Optional<JournaledChange> found =
                        reader.read(JournalPage.NEWEST_LINES).changes().stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst();
                uiThread.execute(() ->
                        found.ifPresentOrElse(
                                this::undo, () -> show(problem("undo.notFound", id.toString()))));
            } catch (ProblemException e) {
                uiThread.execute(() -> show(e.problem()));
            }
        });
    }

    public void undo(JournaledChange done) {
        onServerOf(done, open -> propose(done, open));
    }

    private void onServerOf(JournaledChange done, Consumer<OpenServer> then) {
        String server = done.entry().server();
        Optional<RailEntry> entry =
                rail.servers().stream().filter(each -> each.name().equals(server)).findFirst();
        if (entry.isPresent()) {
            desk.whenOpen(entry.get(), then);
        } else {
            show(problem("undo.noServer", server));
        }
    }

    /** Asks the server of a change whose end nobody has seen, and writes down what it says. */
    void findOut(JournaledChange lost, Runnable known) {
        onServerOf(
                lost,
                open ->
                        background.execute(() -> {
                            try {
                                String sentence =
                                        new LostEnds(open.session(), log, clock).findOut(lost);
                                uiThread.execute(() -> {
                                    status.say(sentence);
                                    known.run();
                                });
                            } catch (ProblemException e) {
                                uiThread.execute(() -> show(e.problem()));
                            }
                        }));
    }

    private void propose(JournaledChange done, OpenServer open) {
        background.execute(() -> {
            try {
                Change back = new WaysBack(open.session(), open.guard().guard()).of(done);
                uiThread.execute(() -> open.workbench().confirm(back, _ -> {}));
            } catch (ProblemException e) {
                uiThread.execute(() -> show(e.problem()));
            }
        });
    }

    private static Problem problem(String key, String about) {
        return Problem.of(
                Problem.Kind.NOT_SUPPORTED, TEXTS.text(key, about), TEXTS.text(key + ".remedy"));
    }

    private void show(Problem problem) {
        dialogs.show(TroublePage.dialog(problem, dialogs::close));
    }
}
