package dev.howdah.bench;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.Query;
import dev.howdah.testing.BusyServer;
import dev.howdah.testing.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Asks a server as the console does, and says what that costs the server. */
final class ServerMeter implements AutoCloseable {
    static final int RUNS = 31;
    private static final int WARM_UP = 8;

    private final BusyServer busy;
    private final FaultProxy proxy;
    private final PgPool pool;
    private final PgReader reader;

    ServerMeter(BusyServer busy) throws ProblemException {
        this.busy = busy;
        this.proxy = FaultProxy.to(busy.server());
        this.pool = new PgPool(busy.target(proxy.port()), BusyServer::consolePassword);
        this.reader = new PgReader(pool, Clock.systemUTC());
    }

    /** Asks once, unmeasured. */
    <T> T ask(Query<T> query) throws ProblemException {
        return reader.ask(query);
    }

    /** Asks these together, many times. */
    ServerCost measure(Query<?>... together) throws IOException, SQLException {
        List<Query<?>> queries = List.of(together);
        for (int i = 0; i < WARM_UP; i++) {
            requireAnswers(reader.ask(queries));
        }
        double[] cpu = new double[RUNS];
        double[] bytes = new double[RUNS];
        double[] trips = new double[RUNS];
        double serverBefore = serverMs();
        for (int i = 0; i < RUNS; i++) {
            double cpuBefore = cpuMs();
            long bytesBefore = proxy.bytesToClients();
            int tripsBefore = proxy.bursts();
            requireAnswers(reader.ask(queries));
            cpu[i] = cpuMs() - cpuBefore;
            bytes[i] = proxy.bytesToClients() - bytesBefore;
            trips[i] = proxy.bursts() - tripsBefore;
        }
        return new ServerCost(
                (serverMs() - serverBefore) / RUNS, median(cpu), median(bytes), median(trips));
    }

    private static void requireAnswers(List<Answer<?>> answers) {
        List<Answer<?>> failed =
                answers.stream().filter(answer -> answer instanceof Answer.Failed).toList();
        if (!failed.isEmpty()) {
            throw new AssertionError(failed);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** All that our role has cost so far, read back from pg_stat_statements. */
    private double serverMs() throws SQLException {
        return Double.parseDouble(
                busy.server()
                        .ask(
                                "SELECT coalesce(sum(s.total_exec_time), 0)"
                                        + " FROM pg_stat_statements(false) s"
                                        + " WHERE s.userid = 'console'::regrole"));
    }

    private double cpuMs() throws IOException {
        double total = 0;
        for (int pid : pool.ownPids()) {
            total += cpuMs(pid);
        }
        return total;
    }

    /** On-CPU time of a process so far. Source: schedstat of proc(5); 0 where there is none. */
    static double cpuMs(int pid) throws IOException {
        Path schedstat = Path.of("/proc", Integer.toString(pid), "schedstat");
        if (!Files.exists(schedstat)) {
            return 0;
        }
        String text = Files.readString(schedstat);
        return Long.parseLong(text.substring(0, text.indexOf(' '))) / 1e6;
    }

    @Override
    public void close() {
        pool.close();
        proxy.close();
    }
}
