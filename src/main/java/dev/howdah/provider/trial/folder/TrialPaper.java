package dev.howdah.provider.trial.folder;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.trial.Trial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trial of one service on disk, together with the right to look after it. Not for several
 * threads at once.
 */
public final class TrialPaper {
    private static final Texts TEXTS = Texts.of(TrialPaper.class);

    private final String service;
    private final TrialFolder folder;
    private @Nullable Custody custody;

    public TrialPaper(String service, TrialFolder folder) {
        this.service = service;
        this.folder = folder;
    }

    /** Whether this console looks after a trial. */
    boolean isOurs() {
        return custody != null;
    }

    /** What is on disk, whoever looks after it. */
    public Optional<Trial> left() throws ProblemException {
        return folder.of(service);
    }

    /**
     * Takes over what nobody looks after any more.
     *
     * @return empty when somebody does, or when there is nothing
     */
    public Optional<Trial> adopt() throws ProblemException {
        Custody mine = folder.custody(service).orElse(null);
        if (mine == null) {
            return Optional.empty();
        }
        custody = mine;
        // whoever had custody may have ended it a moment ago
        Optional<Trial> still = folder.of(service);
        if (still.isEmpty()) {
            release();
        }
        return still;
    }

    /** Puts a new trial on disk; LOCKED when there is one already. */
    public void begin(Trial trial) throws ProblemException {
        if (isOurs()) {
            throw refusal("busy");
        }
        Custody mine = folder.custody(service).orElse(null);
        if (mine == null) {
            throw refusal("elsewhere");
        }
        try {
            if (folder.of(service).isPresent()) {
                throw refusal("busy");
            }
            folder.write(trial);
        } catch (ProblemException e) {
            mine.close();
            throw e;
        }
        custody = mine;
    }

    public static ProblemException refusal(String key) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCKED,
                        TEXTS.text("trial." + key),
                        TEXTS.text("trial." + key + ".remedy")));
    }

    public void rewrite(Trial trial) throws ProblemException {
        folder.write(trial);
    }

    /** It has ended; when it can't be taken from the disk it hasn't. */
    public void end(Trial trial) throws ProblemException {
        folder.forget(trial);
        release();
    }

    /** Leaves what is on disk to others. */
    public void release() {
        Custody mine = custody;
        custody = null;
        if (mine != null) {
            mine.close();
        }
    }
}
