package dev.howdah.pg.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions are counted by where they come from, and what can't be seen is counted too. */
final class ClientsQueryTest {
    private static List<ClientRow> named(ClientsSnapshot snapshot, String application) {
        return snapshot.clients().stream()
                .filter(row -> row.application().equals(application))
                .toList();
    }

    @Test
    void countsSessionsByAddressApplicationAndUserAndSaysWhatItCannotSee() throws Exception {
        TestServer server = TestServer.newest();
        try (Other _ = Other.named(server, "from-a");
                Other _ = Other.named(server, "from-a");
                Asker asker = Asker.of(server);
                Asker stranger = Asker.with(server, "from_stranger", "")) {
            ClientsSnapshot all = asker.ask(new ClientsQuery());
            ClientsSnapshot little = stranger.ask(new ClientsQuery());

            ClientRow two = named(all, "from-a").getFirst();
            assertEquals(
                    new ClientRow(
                            "127.0.0.1", "from-a", server.user(), false, 2, 2, 0, two.since()),
                    two);
            assertTrue(two.since().isPresent());
            assertEquals(Optional.of("127.0.0.1"), all.ownAddress());
            assertEquals(0, all.hidden());
            assertEquals(all.groups(), all.clients().size());
            assertTrue(all.clients().stream().anyMatch(row -> row.ours() > 0));
            assertTrue(little.hidden() >= 3);
            assertEquals(List.of(), named(little, "from-a"));
        } finally {
            server.run("DROP ROLE from_stranger");
        }
    }
}
