package dev.howdah.app.desk;

import dev.howdah.app.dialogs.Dialogs;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.status.StatusViewModel;
import dev.howdah.app.window.OpenServer;
import dev.howdah.core.change.Operation;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.operations.OperationsController;
import dev.howdah.ui.operations.OperationsViewModel;
import dev.howdah.ui.operations.ServerOperations;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * What providers work on for the open servers: followed while a server is open, marked in the rail,
 * told in the status line when it ends. JavaFX thread.
 */
public final class ProviderWork {
    /** What else is to be done when something has ended. */
    public interface Ends {
        void ended(UUID operation);
    }

    private final OperationsViewModel model;
    private final StatusViewModel status;
    private final Dialogs dialogs;
    private final Executor background;
    private final Executor uiThread;
    private final Ends ends;
    private final Map<RailEntry, ServerOperations> works = new HashMap<>();

    public ProviderWork(
            OperationsViewModel model,
            StatusViewModel status,
            Dialogs dialogs,
            Executor background,
            Executor uiThread,
            Ends ends) {
        this.model = model;
        this.status = status;
        this.dialogs = dialogs;
        this.background = background;
        this.uiThread = uiThread;
        this.ends = ends;
    }

    /** From now on, until the server is closed; also what was begun in an earlier start. */
    public ServerOperations follow(RailEntry entry, Session session) {
        ServerOperations work =
                new ServerOperations(
                        session,
                        background,
                        uiThread,
                        () -> changed(entry),
                        operation -> ended(entry, operation));
        works.put(entry, work);
        model.add(work);
        return work;
    }

    private void changed(RailEntry entry) {
        ServerOperations work = works.get(entry);
        if (work != null) {
            entry.work().set(workOf(work));
        }
        model.arrange();
    }

    private static RailEntry.Work workOf(ServerOperations work) {
        if (work.isUnsure()) {
            return RailEntry.Work.UNSURE;
        }
        return work.isAtWork() ? RailEntry.Work.UNDER_WAY : RailEntry.Work.NONE;
    }

    private void ended(RailEntry entry, Operation operation) {
        status.ended(entry.name(), operation);
        ends.ended(operation.id());
    }

    public void front(Optional<OpenServer> server) {
        model.front(server.map(OpenServer::operations));
    }

    public void closed(OpenServer server) {
        works.remove(server.entry());
        model.remove(server.operations());
        server.entry().work().set(RailEntry.Work.NONE);
    }

    /** The list, over the window. */
    public void show() {
        dialogs.show(FxmlViews.load(new OperationsController(model, dialogs::close)));
    }
}
