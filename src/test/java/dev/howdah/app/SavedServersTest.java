package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.rail.SavedServers;
import dev.howdah.core.change.Environment;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.notice.Notice.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is odd about the file of servers is said in the window. */
class SavedServersTest {
    private static final Profile SHOP = SomeProfiles.named("shop", Environment.PRODUCTION);

    @TempDir Path data;

    @Test
    void saysNothingAtAFirstStartAndWhenAllIsWell() throws Exception {
        ProfileStore store = new ProfileStore(data);
        assertTrue(SavedServers.read(store).isFirstStart());

        store.save(SHOP);

        assertEquals(new SavedServers(List.of(SHOP), List.of()), SavedServers.read(store));
    }

    @Test
    void aFileOfANewerConsoleIsSaidInTheRailAndStartsNoLab() throws IOException {
        Files.writeString(data.resolve("profiles.json"), "{\"version\":99,\"profiles\":[]}");

        SavedServers saved = SavedServers.read(new ProfileStore(data));

        assertFalse(saved.isFirstStart());
        assertEquals(Level.DANGER, saved.notices().getFirst().level());
        String sentence = saved.notices().getFirst().sentence();
        assertTrue(sentence.startsWith("The list of servers was written by a newer"), sentence);
        Fx.start();
        try (Screen screen = new Screen(data)) {
            screen.begin();
            screen.awaitText(sentence);
            assertEquals(List.of(), Fx.call(() -> screen.made().desk.openServers()));
        }
    }

    @Test
    void aDamagedFileIsSaidBesideTheServersThatCouldBeRead() throws Exception {
        ProfileStore store = new ProfileStore(data);
        store.save(SHOP);
        store.save(SomeProfiles.named("payments", Environment.STAGING));
        Files.writeString(data.resolve("profiles.json"), "{");

        Fx.start();
        try (Screen screen = new Screen(data)) {
            screen.begin();
            screen.awaitText("The list of servers was damaged");
            screen.awaitText("shop");
            for (Look look : Look.values()) {
                Path picture = Fx.picture(screen.root(), "rail-notice", look, 1_000, 700);
                assertTrue(Files.size(picture) > 5_000, picture.toString());
            }
        }
    }
}
