package dev.howdah.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the profiles when their file is damaged, hostile or gone. */
class ProfileStoreDamageTest {
    private static final Profile SHOP = SomeProfiles.named("shop", 5432);
    private static final Profile BOOKS = SomeProfiles.named("books", 5433);

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("profiles.json");
    }

    private ProfileStore store() {
        return new ProfileStore(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"version\":1}",
                "{\"version\":1,\"profiles\":{}}",
                "{\"version\":1,\"profiles\":[{}]}",
                "{\"version\":1,\"profiles\":[]} more",
                "{\"version\":1,\"version\":1,\"profiles\":[]}",
                "{\"version\":1,\"profiles\":[{\"id\":\"x\"}]}"
            })
    void setsADamagedFileAsideAndUsesThePreviousVersion(String damaged) throws Exception {
        store().save(SHOP);
        store().save(BOOKS);
        Files.writeString(file(), damaged);
        ProfileStore store = store();

        assertEquals(List.of(SHOP), store.load());

        Path aside = aside();
        assertEquals(damaged, Files.readString(aside));
        assertEquals(
                List.of(
                        "The list of servers was damaged, so its previous version is used: 1"
                                + " server. The damaged file is kept as "
                                + aside
                                + "."),
                store.notes());
        assertEquals(List.of(SHOP), store.load());
        assertEquals(List.of(), store.notes());
    }

    @Test
    void refusesFilesThatAreTooDeepOrTooLarge() throws Exception {
        store().save(SHOP);
        store().save(BOOKS);
        for (String hostile : List.of("[".repeat(100_000), " ".repeat(5 << 20))) {
            Files.writeString(file(), hostile);
            assertEquals(List.of(SHOP), store().load());
        }
    }

    @Test
    void savesOnTopOfThePreviousVersionWhenTheFileIsDamaged() throws Exception {
        store().save(SHOP);
        store().save(BOOKS);
        Files.writeString(file(), "{");

        store().save(SomeProfiles.withEveryField());

        assertEquals(List.of(SHOP, SomeProfiles.withEveryField()), store().load());
        assertEquals("{", Files.readString(aside()));
    }

    @Test
    void takesThePreviousVersionWhenTheFileIsGone() throws Exception {
        store().save(SHOP);
        store().save(BOOKS);
        Files.delete(file());
        ProfileStore store = store();

        assertEquals(List.of(SHOP), store.load());
        assertEquals(
                List.of(
                        "The file "
                                + file()
                                + " was gone, so its previous version is used: 1 server."),
                store.notes());
    }

    private Path aside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> aside = files.filter(path -> path.toString().contains(".damaged-")).toList();
            assertEquals(1, aside.size());
            assertFalse(aside.getFirst().toString().contains(":"));
            return aside.getFirst();
        }
    }
}
