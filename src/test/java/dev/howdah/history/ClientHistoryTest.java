package dev.howdah.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From where clients came is kept for some weeks, and no more than is of use. */
class ClientHistoryTest {
    private static final UUID ORDERS = new UUID(1, 1);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private static ClientSighting seen(String address, String application, Duration ago) {
        return new ClientSighting(address, application, NOON.minus(ago));
    }

    @Test
    void keepsTheNewestOfEachAddressForFiveWeeks() throws Exception {
        ClientHistory store = new ClientHistory(folder);
        assertEquals(List.of(), store.of(ORDERS, NOON));
        store.add(
                ORDERS,
                List.of(
                        seen("192.0.2.1", "payroll", Duration.ofDays(34)),
                        seen("192.0.2.2", "long gone", Duration.ofDays(35)),
                        seen("192.0.2.3", "orders", Duration.ofDays(3))),
                NOON);
        new ClientHistory(folder)
                .add(
                        ORDERS,
                        List.of(
                                seen("192.0.2.3", "", Duration.ofHours(1)),
                                seen("2001:db8::1", "psql", Duration.ZERO)),
                        NOON);
        store.add(
                new UUID(1, 2), List.of(seen("192.0.2.9", "elsewhere", Duration.ofDays(1))), NOON);

        assertEquals(
                List.of(
                        seen("192.0.2.1", "payroll", Duration.ofDays(34)),
                        seen("192.0.2.3", "orders", Duration.ofHours(1)),
                        seen("2001:db8::1", "psql", Duration.ZERO)),
                new ClientHistory(folder).of(ORDERS, NOON));
        assertEquals(
                List.of("192.0.2.3", "2001:db8::1"),
                store.of(ORDERS, NOON.plus(Duration.ofDays(1))).stream()
                        .map(ClientSighting::address)
                        .toList());
    }

    @Test
    void forgetsWhomNobodySawForLongestBeyondTwoThousand() throws Exception {
        ClientHistory store = new ClientHistory(folder);
        store.add(
                ORDERS,
                IntStream.range(0, ClientHistory.MAX + 3)
                        .mapToObj(i ->
                                seen("10.0." + i / 256 + "." + i % 256, "", Duration.ofSeconds(i)))
                        .toList(),
                NOON);

        List<ClientSighting> kept = store.of(ORDERS, NOON);

        assertEquals(ClientHistory.MAX, kept.size());
        assertEquals("10.0.7.207", kept.getFirst().address());
        assertEquals("10.0.0.0", kept.getLast().address());
    }

    @Test
    void readsWhatIsWholeOfADamagedFile() throws Exception {
        ClientHistory store = new ClientHistory(folder);
        ClientSighting orders = seen("192.0.2.3", "orders", Duration.ZERO);
        store.add(ORDERS, List.of(orders), NOON);
        Files.writeString(
                folder.resolve("clients").resolve(ORDERS + ".jsonl"),
                "{\"address\":\"192.0.2.4\",\"appl",
                StandardOpenOption.APPEND);

        assertEquals(List.of(orders), store.of(ORDERS, NOON));
        store.add(ORDERS, List.of(), NOON);
        assertEquals(List.of(orders), store.of(ORDERS, NOON));
    }
}
