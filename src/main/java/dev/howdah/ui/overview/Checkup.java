package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.health.HealthInput;
import dev.howdah.health.HealthReport;
import dev.howdah.health.checkup.HealthCheckup;
import dev.howdah.pg.server.HealthFacts;
import dev.howdah.pg.server.HealthFactsQuery;
import dev.howdah.pg.server.objects.InvalidIndexesQuery;
import dev.howdah.pg.server.objects.InvalidIndexesSnapshot;
import dev.howdah.pg.server.objects.SequencesQuery;
import dev.howdah.pg.server.objects.SequencesSnapshot;
import dev.howdah.pg.server.vacuum.DeadRowsQuery;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot;
import dev.howdah.pg.server.vacuum.HorizonQuery;
import dev.howdah.pg.server.vacuum.HorizonSnapshot;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.service.ServiceFacts;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Judges the server anew whenever something more is known. Readings that arrive together are judged
 * together. All methods are called on the UI thread.
 */
final class Checkup {
    private final HealthCheckup rules = new HealthCheckup();
    private final Clock clock;
    private final Executor uiThread;
    private final Consumer<HealthReport> show;
    private HealthInput input;
    private boolean pending;

    Checkup(Clock clock, Executor uiThread, Consumer<HealthReport> show) {
        this.clock = clock;
        this.uiThread = uiThread;
        this.show = show;
        this.input = HealthInput.nothingRead(clock.instant());
    }

    <T> void take(Class<T> kind, Reading<T> reading) {
        input = input.with(kind, reading);
        if (!pending) {
            pending = true;
            uiThread.execute(this::judge);
        }
    }

    /** Has read what is shown nowhere but in the judgement. */
    void read(OverviewReads reads) {
        reads.provider(
                ProviderQuestion.BACKUPS,
                OverviewReads.RARELY,
                reading -> take(BackupList.class, reading));
        reads.provider(
                ProviderQuestion.ALLOWLIST,
                OverviewReads.RARELY,
                reading -> take(Allowlist.class, reading));
        reads.provider(
                ProviderQuestion.FACTS,
                OverviewReads.EVERY_MINUTE,
                reading -> take(ServiceFacts.class, reading));
        reads.slow(
                new HorizonQuery(),
                OverviewReads.NOW_AND_THEN,
                reading -> take(HorizonSnapshot.class, reading));
        reads.slow(
                new HealthFactsQuery(),
                OverviewReads.EVERY_MINUTE,
                reading -> take(HealthFacts.class, reading));
        reads.slow(
                new DeadRowsQuery(),
                OverviewReads.EVERY_MINUTE,
                reading -> take(DeadRowsSnapshot.class, reading));
        reads.slow(
                new InvalidIndexesQuery(),
                OverviewReads.RARELY,
                reading -> take(InvalidIndexesSnapshot.class, reading));
        reads.slow(
                new SequencesQuery(),
                OverviewReads.RARELY,
                reading -> take(SequencesSnapshot.class, reading));
    }

    private void judge() {
        pending = false;
        input = input.at(clock.instant());
        show.accept(rules.run(input));
    }
}
