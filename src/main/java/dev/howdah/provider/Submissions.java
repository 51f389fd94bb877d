package dev.howdah.provider;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeNotes;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.OperationLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the changes of one service. What all adapters share is here: the operation is written down
 * before anything is sent, nothing is sent while another operation is in the way, and a lost reply
 * is followed by reading, never by sending again.
 */
public final class Submissions {
    private static final Texts TEXTS = Texts.of(Submissions.class);

    private final Provider provider;
    private final OperationLog log;
    private final Clock clock;

    public Submissions(Provider provider, OperationLog log, Clock clock) {
        this.provider = provider;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A change as an adapter describes it.
     *
     * @param title the act, which becomes the button and the operation's title
     * @param preview exactly what will be sent, secrets masked
     * @param memo for {@link Operation#memo}, with the {@link Operation#SUBJECT} where the service
     *     has several things of the kind; no secret
     */
    public record Draft(
            Operation.Act act,
            String title,
            ChangeTarget target,
            String preview,
            List<String> warnings,
            Map<String, String> memo) {}

    /** The deed of an adapter, in two halves. */
    public interface Deed {

        /**
         * Only reads: refuses with a problem when the provider's state is no longer as the change
         * was described from, and remembers what is needed to recognise the operation later.
         */
        default Operation prepared(Operation planned) throws ProblemException {
            return planned;
        }

        /**
         * Sends, once. UNKNOWN_OUTCOME when the reply was lost; any other problem means that
         * nothing is in effect.
         *
         * @return the operation as the provider took it: RUNNING, DONE, PARTLY or UNSURE
         */
        Operation sent(Operation written) throws ProblemException;
    }

    /** The change; nothing is asked or sent until it runs. */
    public Change change(Draft draft, Deed deed) {
        UUID id = UUID.randomUUID();
        return new Change(
                id,
                draft.title(),
                draft.target(),
                draft.preview(),
                draft.warnings(),
                () -> run(id, draft, deed),
                Optional.empty(),
                false,
                Optional.empty(),
                notes(draft));
    }

    /** The way back is not here: it is made of the operation, also after a restart. */
    private static ChangeNotes notes(Draft draft) {
        ChangeNotes notes = ChangeNotes.NONE.asking(draft.act());
        String before = draft.memo().get(Operation.BEFORE);
        String after = draft.memo().get(Operation.AFTER);
        if (before != null && after != null) {
            notes = notes.from(before, after);
        }
        String undone = draft.memo().get(Operation.UNDOES);
        if (undone != null) {
            notes = notes.undoing(UUID.fromString(undone));
        }
        return draft.act().canBeSetBack()
                ? notes
                : notes.oneWay(TEXTS.text("submit.oneWay." + draft.act()));
    }

    /**
     * What a change does when it runs, for one that was made elsewhere.
     *
     * @param id that of the change
     */
    public ChangeOutcome run(UUID id, Draft draft, Deed deed) throws ProblemException {
        if (draft.target().readOnly()) {
            throw refusal(Problem.Kind.NOT_PERMITTED, "submit.readOnly", draft.target().server());
        }
        Operation planned =
                Operation.planned(
                        id,
                        provider.id(),
                        draft.act(),
                        draft.title(),
                        draft.memo(),
                        TEXTS.text("submit.planned", provider.providerName()),
                        clock.instant());
        clearTheWay(planned);
        Operation written = deed.prepared(planned);
        Optional<Operation> inTheWay = log.begin(written);
        if (inTheWay.isPresent()) {
            throw refusal(Problem.Kind.LOCKED, "submit.inTheWay", inTheWay.get().title());
        }
        return send(written, deed);
    }

    /** Looks at what seems to be in the way, which may have ended long ago. */
    private void clearTheWay(Operation planned) throws ProblemException {
        for (Operation other : log.of(provider.id())) {
            if (!other.standsInTheWayOf(planned)) {
                continue;
            }
            Operation seen = log.replace(other, provider.follow(other));
            if (seen.standsInTheWayOf(planned)) {
                throw refusal(Problem.Kind.LOCKED, "submit.inTheWay", seen.title());
            }
        }
    }

    private ChangeOutcome send(Operation written, Deed deed) throws ProblemException {
        try {
            return kept(deed.sent(written));
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.UNKNOWN_OUTCOME) {
                return kept(looked(unsure(written)));
            }
            keep(written.in(State.FAILED, e.problem().sentence(), clock.instant()), e);
            throw e;
        } catch (RuntimeException e) {
            keep(unsure(written), e);
            throw e;
        }
    }

    private Operation unsure(Operation written) {
        return written.in(
                State.UNSURE,
                TEXTS.text("submit.unsure", provider.providerName()),
                clock.instant());
    }

    private Operation looked(Operation unsure) {
        try {
            return provider.follow(unsure);
        } catch (ProblemException _) {
            // the link that lost the reply may still be down; it is looked at again later
            return unsure;
        }
    }

    /** The provider has it, so a disk that can't be written takes nothing back. */
    private ChangeOutcome kept(Operation operation) {
        String sentence = operation.sentence();
        try {
            log.write(operation);
        } catch (ProblemException _) {
            sentence = sentence + " " + TEXTS.text("submit.notKept");
        }
        return new ChangeOutcome(
                switch (operation.state()) {
                    case RUNNING, DONE -> ChangeOutcome.Status.DONE;
                    case PARTLY -> ChangeOutcome.Status.PARTLY;
                    case FAILED -> ChangeOutcome.Status.FAILED;
                    case SUBMITTING, UNSURE, ABANDONED -> ChangeOutcome.Status.UNKNOWN;
                },
                sentence,
                List.of());
    }

    private void keep(Operation operation, Exception failure) {
        try {
            log.write(operation);
        } catch (ProblemException e) {
            failure.addSuppressed(e);
        }
    }

    private static ProblemException refusal(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy")));
    }
}
