package dev.howdah.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
    @TempDir Path folder;

    @Test
    void remembersHowTheWindowWasLeft() {
        WindowMemory.Bounds bounds = new WindowMemory.Bounds(10, 20, 1400, 900, true);
        UUID server = new UUID(1, 2);
        WindowMemory before = new WindowMemory(file());
        before.bounds(bounds);
        before.theme(Theme.DARK);
        before.server(server);
        before.tab(3);
        before.table("stats-activity").putObject("query").put("width", 512);
        before.save();

        WindowMemory after = new WindowMemory(file());

        assertEquals(Optional.of(bounds), after.bounds());
        assertEquals(Theme.DARK, after.theme());
        assertEquals(Optional.of(server), after.server());
        assertEquals(3, after.tab());
        assertEquals(512, after.table("stats-activity").path("query").path("width").asInt());
    }

    @Test
    void beginsAnewWhenTheFileIsDamaged() throws IOException {
        Files.writeString(file(), "{\"version\": 1, \"theme\": \"DA");

        WindowMemory memory = new WindowMemory(file());

        assertEquals(Optional.empty(), memory.bounds());
        assertEquals(Theme.SYSTEM, memory.theme());
    }

    private Path file() {
        return folder.resolve("window.json");
    }
}
