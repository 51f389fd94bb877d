package dev.howdah.ui.backups.restores;

import dev.howdah.core.ProblemException;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RestoreProving;
import dev.howdah.pg.restore.RowCounts;
import dev.howdah.pg.restore.TableDifference;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.session.Session;
import dev.howdah.ui.backups.copies.RestoredCopy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Proves restored copies of one server, and keeps each proof with what is known of the restore.
 * Every method blocks.
 */
final class RestoreProver {
    private final Session session;
    private final RestoreProofHistory proofs;
    private final Clock clock;

    /**
     * @param session the original
     */
    RestoreProver(Session session, RestoreProofHistory proofs, Clock clock) {
        this.session = session;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** The newest first. */
    List<RestoreProof> kept() throws ProblemException {
        return proofs.of(session.profile().id());
    }

    /**
     * Checks everything, and keeps what came of it.
     *
     * @param tables of both sides
     * @param doing is told what is done now, on this thread
     * @return the tables whose rows were counted for it
     */
    List<RowCounts> prove(
            RestoredCopy copy,
            PgVisit visit,
            List<TableDifference> tables,
            List<String> assertions,
            Consumer<String> doing)
            throws ProblemException {
        RestoreProving.Seen seen =
                new RestoreProving(session.reader(), visit, assertions).run(tables, doing);
        proofs.add(
                new RestoreProof(
                                session.profile().id(),
                                session.profile().name(),
                                copy.name(),
                                session.profile().target().database(),
                                clock.instant(),
                                copy.restoredTo(),
                                copy.took(),
                                wouldLose(),
                                seen.checks())
                        .begunWith(begunWith(copy)));
        return seen.counted();
    }

    /**
     * The newest backup before the moment to which it was restored, as far as the provider's
     * restores begin with a backup and go on with WAL; empty when that isn't known.
     */
    private Optional<String> begunWith(RestoredCopy copy) {
        if (copy.restoredTo().isEmpty()) {
            return Optional.empty();
        }
        try {
            return session.hosting()
                    .provider()
                    .backups()
                    .begunWith(copy.restoredTo().get())
                    .map(BackupEntry::id);
        } catch (ProblemException _) {
            // the proof holds without it
            return Optional.empty();
        }
    }

    /**
     * How old the newest moment is that the provider can restore, and no less than the time for
     * which the server may keep its WAL to itself; empty when the provider does not tell.
     */
    private Optional<Duration> wouldLose() {
        try {
            Optional<Duration> age =
                    session.hosting()
                            .provider()
                            .recoveryWindow()
                            .latest()
                            .map(latest -> Duration.between(latest, clock.instant()));
            Duration kept = session.reader().ask(new ArchiveQuery()).configuration().timeout();
            return age.map(each -> each.compareTo(kept) < 0 ? kept : each);
        } catch (ProblemException _) {
            // the proof holds without it
            return Optional.empty();
        }
    }
}
