package dev.howdah.ui.stats.session;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.signal.BackendSignals;
import dev.howdah.pg.activity.signal.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be done to the selected sessions, and why not; describes changes and runs none. */
public final class SessionActs {
    private static final Texts TEXTS = Texts.of(SessionActs.class);

    /**
     * One act on the selection.
     *
     * @param title the act and on how many: "Terminate 3 sessions"
     * @param impossible whether it can't be done to any of the selected
     */
    record Act(ReadOnlyStringWrapper title, ReadOnlyBooleanWrapper impossible) {
        private static Act none() {
            return new Act(new ReadOnlyStringWrapper(), new ReadOnlyBooleanWrapper(true));
        }
    }

    private final BackendSignals signals;
    private final ChangeTarget target;
    private final String user;
    private final Act cancel = Act.none();
    private final Act terminate = Act.none();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private Supplier<List<SessionRow>> selected = List::of;

    /**
     * @param user whom we are logged in as, named in what is refused
     */
    public SessionActs(BackendSignals signals, ChangeTarget target, String user) {
        this.signals = signals;
        this.target = target;
        this.user = user;
        refresh();
    }

    Act cancel() {
        return cancel;
    }

    Act terminate() {
        return terminate;
    }

    /** Why nothing can be ended on this server, whatever is selected; empty when it can. */
    Optional<String> prohibition() {
        return target.readOnly() ? Optional.of(TEXTS.text("acts.readOnly")) : Optional.empty();
    }

    /** Where the selected sessions are asked from, whenever they are needed. */
    public void on(Supplier<List<SessionRow>> selection) {
        selected = selection;
        refresh();
    }

    /** The selection, or what the selected sessions do, may have changed. */
    void refresh() {
        List<SessionRow> rows = selected.get();
        int cancellable = able(Signal.CANCEL, rows).size();
        int terminable = able(Signal.TERMINATE, rows).size();
        cancel.title.set(TEXTS.text("acts.cancel", cancellable));
        cancel.impossible.set(cancellable == 0 || target.readOnly());
        terminate.title.set(TEXTS.text("acts.terminate", terminable));
        terminate.impossible.set(terminable == 0 || target.readOnly());
        obstacle.set(rows.isEmpty() ? "" : obstacle(rows, cancellable, terminable));
    }

    /** What can't be terminated can't be cancelled either, for the same reason. */
    private String obstacle(List<SessionRow> rows, int cancellable, int terminable) {
        Optional<String> never = prohibition();
        if (never.isPresent()) {
            return never.get();
        }
        if (terminable < rows.size()) {
            return reason(Signal.TERMINATE, rows);
        }
        return cancellable == 0 ? reason(Signal.CANCEL, rows) : "";
    }

    private String reason(Signal signal, List<SessionRow> rows) {
        return rows.stream()
                .flatMap(row -> signal.obstacle(row, user).stream())
                .findFirst()
                .orElse("");
    }

    /** Why something selected can't be ended, or nothing be cancelled; empty when all can. */
    ReadOnlyStringProperty obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /** The change that ends the selected sessions' statements; empty when there is none to end. */
    Optional<Change> cancelSelected() {
        return change(Signal.CANCEL);
    }

    /** The change that ends the selected sessions; empty when none can be ended. */
    Optional<Change> terminateSelected() {
        return change(Signal.TERMINATE);
    }

    private Optional<Change> change(Signal signal) {
        List<SessionRow> able = able(signal, selected.get());
        return able.isEmpty()
                ? Optional.empty()
                : Optional.of(signals.change(signal, target, able));
    }

    private List<SessionRow> able(Signal signal, List<SessionRow> rows) {
        return rows.stream().filter(row -> signal.obstacle(row, user).isEmpty()).toList();
    }
}
