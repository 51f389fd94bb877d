package dev.howdah.ui.stats.session;

import dev.howdah.core.Answer;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionKey;
import dev.howdah.pg.activity.SessionTextQuery;
import dev.howdah.pg.activity.StatementText;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.ui.Lines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One session looked at closely; its whole statement is read when somebody looks, and once. */
public final class SessionDetailViewModel {
    private static final Texts TEXTS = Texts.of(SessionDetailViewModel.class);

    /** Asks for the text of a session in the background and answers on the UI thread. */
    @FunctionalInterface
    public interface TextSource {
        void ask(SessionTextQuery query, Consumer<Answer<Optional<StatementText>>> answer);
    }

    /** Another session in the same queue: its process id and who it is. */
    record Neighbour(int pid, String words) {}

    /** Of which statement the text is shown. */
    private record Shown(SessionKey session, Optional<Instant> startedAt) {}

    private final TextSource source;
    private final ReadOnlyObjectWrapper<@Nullable SessionRow> session =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableList<SessionFact> facts = FXCollections.observableArrayList();
    private final ObservableList<Neighbour> blockedBy = FXCollections.observableArrayList();
    private final ObservableList<Neighbour> blocks = FXCollections.observableArrayList();
    private @Nullable Shown shown;

    public SessionDetailViewModel(TextSource source) {
        this.source = source;
    }

    /**
     * Looks at the first of the chosen sessions, or at none.
     *
     * @param all sessions that are known, to find those that block it or that it blocks
     */
    public void look(List<SessionRow> chosen, List<SessionRow> all) {
        if (chosen.isEmpty()) {
            session.set(null);
            shown = null;
            return;
        }
        SessionRow row = chosen.getFirst();
        setIfNew(facts, SessionFact.of(row));
        setIfNew(blockedBy, row.blockedBy().stream().map(pid -> neighbour(pid, all)).toList());
        setIfNew(
                blocks,
                all.stream()
                        .filter(other -> other.blockedBy().contains(row.pid()))
                        .map(SessionDetailViewModel::neighbour)
                        .toList());
        showText(row);
        session.set(row);
    }

    private static <T> void setIfNew(ObservableList<T> list, List<T> newest) {
        if (!list.equals(newest)) {
            list.setAll(newest);
        }
    }

    private static Neighbour neighbour(int pid, List<SessionRow> all) {
        return all.stream()
                .filter(row -> row.pid() == pid)
                .findFirst()
                .map(SessionDetailViewModel::neighbour)
                .orElseGet(() -> new Neighbour(pid, stranger(pid)));
    }

    private static Neighbour neighbour(SessionRow row) {
        return new Neighbour(
                row.pid(),
                TEXTS.text(
                        "detail.neighbour",
                        Integer.toString(row.pid()),
                        SessionWords.who(row),
                        SessionWords.state(row),
                        SessionWords.age(row)));
    }

    private static String stranger(int pid) {
        return pid == LocksSnapshot.PREPARED
                ? TEXTS.text("detail.prepared")
                : TEXTS.text("detail.stranger", Integer.toString(pid));
    }

    private void showText(SessionRow row) {
        Shown wanted = new Shown(row.key(), row.statement().startedAt());
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        StatementText head = row.statement().text();
        text.set(Lines.capped(head.text()));
        note.set(noteOn(head));
        if (head.cut() && row.key().backendStart().isPresent()) {
            note.set(TEXTS.text("detail.readingText"));
            source.ask(
                    new SessionTextQuery(row.pid(), row.key().backendStart().get()),
                    answer -> showWhole(wanted, answer));
        }
    }

    private void showWhole(Shown wanted, Answer<Optional<StatementText>> answer) {
        if (!wanted.equals(shown)) {
            return;
        }
        switch (answer) {
            case Answer.Got<Optional<StatementText>>(Optional<StatementText> whole, Instant _) -> {
                whole.ifPresent(all -> text.set(Lines.capped(all.text())));
                note.set(
                        whole.map(SessionDetailViewModel::noteOn)
                                .orElse(TEXTS.text("detail.ended")));
            }
            case Answer.Failed<Optional<StatementText>> failed ->
                    note.set(TEXTS.text("detail.beginningOnly", failed.reason().sentence()));
        }
    }

    private static String noteOn(StatementText statement) {
        return statement.cutByServer() ? TEXTS.text("detail.cutByServer") : "";
    }

    /** Null while nobody is looked at. */
    public ReadOnlyObjectProperty<@Nullable SessionRow> session() {
        return session.getReadOnlyProperty();
    }

    /** The statement, as much of it as the window can lay out. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What is missing from the text and why; empty when it is whole. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    ObservableList<SessionFact> facts() {
        return facts;
    }

    ObservableList<Neighbour> blockedBy() {
        return blockedBy;
    }

    ObservableList<Neighbour> blocks() {
        return blocks;
    }

    /** All of it in lines, for the clipboard. */
    String copy() {
        List<String> lines = new ArrayList<>();
        facts.forEach(fact -> lines.add(fact.label() + ": " + fact.value()));
        blockedBy.forEach(one -> lines.add(TEXTS.text("detail.blockedBy") + ": " + one.words()));
        blocks.forEach(one -> lines.add(TEXTS.text("detail.blocks") + ": " + one.words()));
        lines.add("");
        lines.add(text.get());
        return String.join("\n", lines);
    }
}
