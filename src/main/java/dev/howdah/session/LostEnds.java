package dev.howdah.session;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Particulars;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.RunningChange.Transaction;
import dev.howdah.journal.JournaledChange;
import dev.howdah.pg.TransactionFateQuery;
import dev.howdah.pg.TransactionFateQuery.Fate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the server what became of a change whose end nobody has seen. */
public final class LostEnds {
    private static final Texts TEXTS = Texts.of(LostEnds.class);

    private final Session session;
    private final ChangeLog log;
    private final Clock clock;

    public LostEnds(Session session, ChangeLog log, Clock clock) {
        this.session = session;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Blocks for a round trip for each transaction. What is found out goes into the journal.
     *
     * @param lost one that {@link JournaledChange#canBeFoundOut}
     * @return what the server says, one or two sentences
     */
    public String findOut(JournaledChange lost) throws ProblemException {
        WaysBack.requireSamePlace(lost, session.target());
        List<Fate> fates = new ArrayList<>();
        for (Transaction transaction : lost.transactions()) {
            fates.add(session.reader().ask(new TransactionFateQuery(transaction)));
        }
        Fate worst =
                fates.stream()
                        .filter(fate -> fate != Fate.COMMITTED && fate != Fate.ROLLED_BACK)
                        .findFirst()
                        .orElse(fates.getLast());
        long committed = fates.stream().filter(fate -> fate == Fate.COMMITTED).count();
        return switch (worst) {
            case IN_PROGRESS -> TEXTS.text("lost.inProgress");
            case FORGOTTEN -> TEXTS.text("lost.forgotten");
            case ANOTHER_START -> TEXTS.text("lost.anotherStart");
            case COMMITTED, ROLLED_BACK -> known(lost, committed);
        };
    }

    private String known(JournaledChange lost, long committed) throws ProblemException {
        boolean isOneTransaction =
                lost.transactions().size() == 1
                        && (lost.transactions().getFirst().whole()
                                || lost.notes()
                                        .script()
                                        .filter(script -> !script.alone())
                                        .isPresent());
        Status status =
                committed == 0 ? Status.FAILED : isOneTransaction ? Status.DONE : Status.PARTLY;
        String sentence =
                switch (status) {
                    case FAILED -> TEXTS.text("lost.rolledBack");
                    case DONE -> TEXTS.text("lost.committed");
                    default -> TEXTS.text("lost.partly", committed, lost.transactions().size());
                };
        Entry begun = lost.entry();
        Particulars known = begun.particulars();
        log.write(
                new Entry(
                        begun.change(),
                        clock.instant(),
                        begun.server(),
                        begun.environment(),
                        begun.title(),
                        begun.preview(),
                        status,
                        sentence,
                        List.of(),
                        new Particulars(
                                known.login(),
                                known.notes(),
                                known.took(),
                                status == Status.FAILED ? Optional.empty() : known.wayBack(),
                                Optional.empty(),
                                Optional.empty())));
        return sentence;
    }
}
