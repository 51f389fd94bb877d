package dev.howdah.app.journal;

import dev.howdah.app.status.StatusViewModel;
import dev.howdah.core.ProblemException;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange.WayBack;
import dev.howdah.ui.journal.JournalPage;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers to undo what a provider has done, where the journal knows a way back. JavaFX thread. */
public final class UndoOffer {
    private static final Logger LOG = LoggerFactory.getLogger(UndoOffer.class);

    private final JournalReader reader;
    private final StatusViewModel status;
    private final Executor background;
    private final Executor uiThread;

    public UndoOffer(
            JournalReader reader, StatusViewModel status, Executor background, Executor uiThread) {
        this.reader = reader;
        this.status = status;
        this.background = background;
        this.uiThread = uiThread;
    }

    /**
     * Looks in the journal, and offers it while the status line is about this change.
     *
     * @param undo shows the change that undoes it
     */
    public void look(UUID done, Runnable undo) {
        background.execute(() -> {
            try {
                boolean isThere =
                        reader.read(JournalPage.NEWEST_LINES).changes().stream()
                                .anyMatch(each ->
                                        each.id().equals(done) && each.wayBack() == WayBack.THERE);
                if (isThere) {
                    uiThread.execute(() -> status.offerUndo(done, undo));
                }
            } catch (ProblemException e) {
                // the journal's own page says what is wrong with it
                LOG.debug("Whether there is a way back is not known", e);
            }
        });
    }
}
