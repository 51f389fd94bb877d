package dev.howdah.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.Query;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.FailedTransactionsQuery;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.server.HealthFactsQuery;
import dev.howdah.pg.server.ServerFactsQuery;
import dev.howdah.pg.server.objects.InvalidIndexesQuery;
import dev.howdah.pg.server.objects.SequencesQuery;
import dev.howdah.pg.server.replication.ReplicationQuery;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.vacuum.DeadRowsQuery;
import dev.howdah.pg.server.vacuum.HorizonQuery;
import dev.howdah.pg.server.vacuum.WraparoundQuery;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.settings.ExtensionsQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.testing.BusyServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What each refresh costs the server: milliseconds as the server itself counts them, CPU of our
 * backend as the kernel counts it, bytes and round trips as the wire does.
 */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class ServerCostBench {
    private static final int TICKS_AN_HOUR = 1_800;
    private static final int POLLS_AN_HOUR = 120;

    /** All that changes by the second, as Overview and Activity show it. */
    private static final Query<?>[] TICK = {
        new VitalsQuery(), new ActivityQuery(false), new SessionCountsQuery()
    };

    private static final List<Query<?>> PANELS =
            List.of(
                    new VitalsQuery(),
                    new ActivityQuery(false),
                    new ActivityQuery(true),
                    new SessionCountsQuery(),
                    new FailedTransactionsQuery(),
                    new LocksQuery(),
                    new ReplicationQuery(),
                    new ArchiveQuery(),
                    new HealthFactsQuery(),
                    new HorizonQuery(),
                    new WraparoundQuery(),
                    new SequencesQuery(),
                    new InvalidIndexesQuery(),
                    new DeadRowsQuery(),
                    new SizesQuery(),
                    new SchemasQuery(false),
                    new RolesQuery(),
                    new SettingsQuery(),
                    new ExtensionsQuery(),
                    new ServerFactsQuery());

    @Test
    void everyPanelOnAServerOf500Sessions5000StatementsAnd2000Tables(Report report)
            throws Exception {
        try (BusyServer busy = new BusyServer(454, 5_000, 2_000);
                ServerMeter meter = new ServerMeter(busy)) {
            report.panels("500 sessions, 5,000 statements, 2,000 tables");
            for (Query<?> query : PANELS) {
                ServerCost cost = meter.measure(query);
                report.panel(query.name(), cost);
                assertEquals(1, cost.trips(), query.name());
            }
            report.panel("tick", meter.measure(TICK));
        }
    }

    @Test
    void theTickAndThePollWith1056Sessions(Report report) throws Exception {
        try (BusyServer busy = new BusyServer(1_010, 9_800, 2_000);
                ServerMeter meter = new ServerMeter(busy)) {
            report.panels("1,056 sessions, 9,800 statements, 2,000 tables");
            for (Query<?> query : TICK) {
                report.panel(query.name(), meter.measure(query));
            }
            ServerCost tick = meter.measure(TICK);
            StatementsCut cut =
                    SomeCut.chosenFor(meter.ask(new StatementsQuery(StatementsCut.NONE)));
            ServerCost poll = meter.measure(new StatementsQuery(cut));
            double hour = (tick.cpuMs() * TICKS_AN_HOUR + poll.cpuMs() * POLLS_AN_HOUR) / 1_000;

            report.panel("tick", tick);
            report.panel("statements above the cut", poll);

            String server = " (1,056 sessions, 9,800 statements)";
            report.atMost(2.5, "tick: server CPU" + server, tick.cpuMs(), "ms");
            report.atMost(40, "tick: read", tick.bytes() / 1_000, "kB");
            report.atMost(1, "tick: round trips", tick.trips(), "");
            report.atMost(12, "statements: server CPU of a poll" + server, poll.cpuMs(), "ms");
            report.figure("statements: read by a poll", poll.bytes() / 1_000, "kB");
            report.atMost(6, "tick every 2 s, statements every 30 s: CPU", hour, "s/h");
            assertEquals(1, tick.trips());
            assertEquals(1, poll.trips());
        }
    }
}
