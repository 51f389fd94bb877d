package dev.howdah.ui.journal;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournalSnapshot;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Parent;

/** The journal as a page of the window: all servers, the one in front chosen beforehand. */
public final class JournalPage {
    /** Lines that are read at first, and with each wish for older ones. A change has two. */
    static final List<Integer> PORTIONS = List.of(2_000, 10_000, 50_000);

    /** The first of these portions. */
    public static final int NEWEST_LINES = PORTIONS.getFirst();

    private final JournalReader reader;
    private final Workbench workbench;
    private final JournalViewModel model;
    private final JournalActs acts;
    private Reading<JournalSnapshot> reading = Reading.waiting();
    private int portion;
    private int asked;
    private Optional<Parent> view = Optional.empty();

    /** Reads nothing before it is shown. */
    public JournalPage(JournalReader reader, Workbench workbench, JournalActs acts) {
        this.reader = reader;
        this.workbench = workbench;
        this.acts = acts;
        this.model = new JournalViewModel(workbench.clock());
    }

    /** Built once. */
    public Parent view() {
        if (view.isEmpty()) {
            JournalDetailController detail = new JournalDetailController(model, workbench, acts);
            view =
                    Optional.of(
                            FxmlViews.load(
                                    new JournalController(
                                            model, workbench, acts, this::refresh, this::older),
                                    detail));
        }
        return view.orElseThrow();
    }

    /**
     * Shows what was done on this server, and reads the journal anew.
     *
     * @param server empty for every server
     */
    public void shown(String server) {
        model.filter().clear();
        model.filter().server().set(server);
        refresh();
    }

    /** Looks at one change. */
    public void look(UUID change) {
        model.look(change);
    }

    private void older() {
        portion = Math.min(portion + 1, PORTIONS.size() - 1);
        refresh();
    }

    /** Something was done: what is on the screen is read anew. */
    public void refresh() {
        int lines = PORTIONS.get(portion);
        int mine = ++asked;
        workbench
                .background()
                .execute(() -> {
                    Answer<JournalSnapshot> answer = answer(lines);
                    workbench
                            .uiThread()
                            .execute(() -> {
                                // an older answer can come later than a newer one
                                if (mine == asked) {
                                    take(answer);
                                }
                            });
                });
    }

    private Answer<JournalSnapshot> answer(int lines) {
        try {
            return new Answer.Got<>(reader.read(lines), workbench.clock().instant());
        } catch (ProblemException e) {
            return new Answer.Failed<>(e.problem());
        }
    }

    private void take(Answer<JournalSnapshot> answer) {
        reading = reading.after(answer);
        model.show(reading);
    }
}
