package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.history.ClientHistory;
import dev.howdah.history.ClientSighting;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.provider.http.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was connected is known after a restart, and written down off the UI thread, seldom. */
class SeenClientsTest {
    private static final UUID ORDERS = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private final ManualTime time = new ManualTime(NOON);
    private final List<Runnable> forTheDisk = new ArrayList<>();

    private SeenClients opened() {
        return new SeenClients(
                ORDERS, new ClientHistory(folder), forTheDisk::add, Runnable::run, time);
    }

    private int runForTheDisk() {
        List<Runnable> due = List.copyOf(forTheDisk);
        forTheDisk.clear();
        due.forEach(Runnable::run);
        return due.size();
    }

    private static ClientsSnapshot connected(String... addressesAndApplications) {
        List<ClientRow> rows =
                Stream.of(addressesAndApplications)
                        .map(text -> text.split(" ", 2))
                        .map(each ->
                                new ClientRow(
                                        each[0], each[1], "app", false, 1, 0, 0, Optional.empty()))
                        .toList();
        return new ClientsSnapshot(rows, rows.size(), 0, Optional.empty());
    }

    private List<ClientSighting> kept() throws Exception {
        return new ClientHistory(folder).of(ORDERS, time.instant());
    }

    @Test
    void knowsAfterARestartWhoWasSeenBeforeAndForgetsAfterFiveWeeks() throws Exception {
        SeenClients first = opened();
        first.take(connected("192.0.2.1 payroll", "local -", "192.0.2.2 orders"));
        assertEquals(List.of(), kept(), "nothing is written on the thread that shows");
        assertEquals(2, runForTheDisk(), "one read, one write");
        time.pass(Duration.ofDays(20));

        SeenClients next = opened();
        next.take(connected("192.0.2.2 orders-2"));
        assertEquals(Map.of("192.0.2.2", "orders-2"), next.all());
        runForTheDisk();
        assertEquals(Map.of("192.0.2.1", "payroll", "192.0.2.2", "orders-2"), next.all());

        time.pass(Duration.ofDays(15));
        assertEquals(Map.of("192.0.2.2", "orders-2"), next.all());
        SeenClients last = opened();
        runForTheDisk();
        assertEquals(Map.of("192.0.2.2", "orders-2"), last.all());
    }

    @Test
    void writesWhoIsNewAtMostEveryTenSecondsAndWhoStaysEveryHour() throws Exception {
        SeenClients seen = opened();
        seen.take(connected("192.0.2.1 orders"));
        runForTheDisk();
        time.pass(Duration.ofSeconds(5));
        seen.take(connected("192.0.2.1 orders", "192.0.2.2 psql"));
        assertEquals(0, runForTheDisk());
        time.pass(Duration.ofSeconds(5));
        seen.take(connected("192.0.2.1 orders"));
        assertEquals(1, runForTheDisk());
        assertEquals(
                List.of(
                        new ClientSighting("192.0.2.1", "orders", NOON),
                        new ClientSighting("192.0.2.2", "psql", NOON.plusSeconds(5))),
                kept());
        time.pass(Duration.ofMinutes(59));
        seen.take(connected("192.0.2.1 psql", "192.0.2.1 orders"));
        assertEquals(0, runForTheDisk());
        time.pass(Duration.ofMinutes(1));
        seen.take(connected("192.0.2.1 orders"));
        assertEquals(1, runForTheDisk());
        assertEquals(new ClientSighting("192.0.2.1", "orders", time.instant()), kept().getLast());
    }
}
