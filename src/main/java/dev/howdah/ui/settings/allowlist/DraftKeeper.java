package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.trial.guard.LockOutGuard;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the edits of an allowlist on disk while somebody makes them, so that a crash loses none.
 */
final class DraftKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);

    private final LockOutGuard guard;
    private final Executor background;
    private volatile AllowlistDifference latest = new AllowlistDifference(List.of(), List.of());

    DraftKeeper(LockOutGuard guard, Executor background) {
        this.guard = guard;
        this.background = background;
    }

    /** Reads what is left of an earlier start, off the UI thread. */
    void restore(Executor uiThread, Consumer<AllowlistDifference> found) {
        background.execute(() -> {
            try {
                AllowlistDifference draft = guard.draft();
                uiThread.execute(() -> found.accept(draft));
            } catch (ProblemException e) {
                LOG.warn("The edits of an earlier start can't be read", e);
            }
        });
    }

    /** Writers may overtake each other, so each writes what is the latest by then. */
    void keep(AllowlistDifference edits) {
        latest = edits;
        background.execute(this::write);
    }

    private synchronized void write() {
        try {
            guard.keepDraft(latest);
        } catch (ProblemException e) {
            LOG.warn("The edits can't be kept for the next start", e);
        }
    }
}
