package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.bench.ConsoleSessions;
import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.core.file.AppFolders;
import dev.howdah.profile.ProfileStore;
import dev.howdah.testing.Await;
import dev.howdah.testing.BusyServer;
import dev.howdah.testing.ChildProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the whole program costs the desktop and a server, from its start and for some minutes. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class ConsoleBench {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double SECONDS_OF_AN_HOUR = 3_600;

    @Test
    void theWholeProgramOnAServerOf500Sessions5000StatementsAnd2000Tables(
            @TempDir Path data, Report report) throws Exception {
        AppFolders.under(data).create();
        try (BusyServer busy = new BusyServer(454, 5_000, 2_000)) {
            new ProfileStore(data).save(busy.profile());
            long started = System.currentTimeMillis();
            try (ChildProgram console =
                            ChildProgram.start(options(data), MeasuredConsole.Start.class, data);
                    ConsoleSessions sessions = new ConsoleSessions(busy)) {
                Console seen = new Console(console, sessions);
                seen.await("first data=");
                report.figure(
                        "start: first frame", seen.value("first frame") - (double) started, "ms");
                report.figure(
                        "start: first data painted",
                        seen.value("first data") - (double) started,
                        "ms");

                reportPause("opening", "a server opened and its Overview built", seen, report);
                seen.await("end first look");
                reportPause("first look", "each tab built and shown first", seen, report);
                seen.await("end round");
                reportPause("round", "all tabs in turn for a minute", seen, report);

                String cpu = ": CPU of the server (500 sessions)";
                double overview = seen.serverCpuSecondsOf("overview");
                report.atMost(6, "Overview" + cpu, overview * SECONDS_OF_AN_HOUR / 60, "s/h");
                reportPause("overview", "Overview for a minute", seen, report);

                seen.await("begin statements");
                long textsBefore = sessions.textReads();
                double statements = seen.serverCpuSecondsOf("statements");
                long textReads = sessions.textReads() - textsBefore;
                report.atMost(6, "Statements" + cpu, statements * SECONDS_OF_AN_HOUR / 60, "s/h");
                reportPause("statements", "Statements for a minute", seen, report);
                report.atMost(
                        0,
                        "Statements: reads of texts while nothing is new",
                        (double) textReads,
                        "");

                seen.await("heap=");
                report.figure(
                        "window: heap in use after garbage collection", seen.value("heap"), "MiB");
                report.atMost(2, "window: sessions on the server at most", sessions.most(), "");
                console.awaitEnd();
                assertEquals(0, textReads, "reads of texts while nothing is new");
                assertTrue(sessions.most() <= 2, sessions.most() + " sessions");
            }
        }
    }

    private static void reportPause(String phase, String what, Console seen, Report report)
            throws IOException {
        report.atMost(100, "window: longest pause, " + what, seen.value("pause, " + phase), "ms");
        report.remark(seen.line("where, " + phase));
        report.atMost(
                100, "window: most work in one go, " + what, seen.value("work, " + phase), "ms");
    }

    /** As javafx:run starts it, but without a display. */
    private static List<String> options(Path data) {
        return List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + AppFolders.DATA_PROPERTY + "=" + data);
    }

    /** What the other process says, and what the server says about it meanwhile. */
    private record Console(ChildProgram program, ConsoleSessions sessions) {
        void await(String beginning) {
            Await.until(
                    "the console says " + beginning,
                    LIMIT,
                    () -> {
                        sessions.look();
                        return program.said().stream().anyMatch(said -> said.startsWith(beginning));
                    });
        }

        double serverCpuSecondsOf(String phase) {
            await("begin " + phase);
            double before = sessions.cpuSeconds();
            await("end " + phase);
            return sessions.cpuSeconds() - before;
        }

        String line(String beginning) throws IOException {
            return program.said().stream()
                    .filter(said -> said.startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }

        double value(String name) throws IOException {
            return Double.parseDouble(line(name + "=").substring(name.length() + 1));
        }
    }
}
