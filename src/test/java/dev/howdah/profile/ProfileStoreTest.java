package dev.howdah.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProfileStoreTest {
    private static final Profile SHOP = SomeProfiles.named("shop", 5432);
    private static final Profile BOOKS = SomeProfiles.named("books", 5433);

    @TempDir private Path temporary;

    private Path folder() {
        return temporary.resolve("data");
    }

    private Path file() {
        return folder().resolve("profiles.json");
    }

    private ProfileStore store() {
        return new ProfileStore(folder());
    }

    @Test
    void writesAFileThatPeopleCanRead() throws Exception {
        store().save(SHOP);

        assertEquals(
                """
                {
                  "version" : 1,
                  "profiles" : [ {
                    "id" : "%s",
                    "name" : "shop",
                    "environment" : "PRODUCTION",
                    "host" : "db.example.org",
                    "port" : 5432,
                    "database" : "shop",
                    "user" : "dba",
                    "tls" : "verify-full",
                    "readOnly" : true
                  } ]
                }
                """
                        .formatted(SHOP.id()),
                Files.readString(file()));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void givesBackWhatWasSavedInTheOrderOfAdding() throws Exception {
        ProfileStore store = store();
        assertEquals(List.of(), store.load());
        store.save(SHOP);
        store.save(SomeProfiles.withEveryField());
        store.save(BOOKS);
        Profile moved = SomeProfiles.named("shop", 6000);
        store.save(moved);

        assertEquals(List.of(moved, SomeProfiles.withEveryField(), BOOKS), store().load());

        store.remove(BOOKS.id());
        store.remove(new UUID(7, 7));
        assertEquals(List.of(moved, SomeProfiles.withEveryField()), store().load());
        assertEquals(List.of(), store.notes());
    }

    @Test
    void keepsThePreviousVersion() throws Exception {
        store().save(SHOP);
        String before = Files.readString(file());
        store().save(BOOKS);
        store().save(BOOKS);

        assertEquals(before, Files.readString(folder().resolve("profiles.json.bak")));
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() throws Exception {
        store().save(SHOP);
        Files.writeString(
                file(),
                Files.readString(file())
                        .replace("\"version\"", "\"theme\" : \"dark\", \"version\"")
                        .replace("\"user\"", "\"colour\" : \"red\", \"user\""));
        store().save(SomeProfiles.named("shop", 6000));

        String text = Files.readString(file());
        assertTrue(text.contains("\"theme\" : \"dark\"") && text.contains("\"colour\""), text);
    }

    @Test
    void refusesASecondProfileOfTheSameNameAndOneWithout() throws Exception {
        ProfileStore store = store();
        store.save(SHOP);
        Profile same =
                new Profile(
                        new UUID(1, 1),
                        " SHOP ",
                        SHOP.environment(),
                        SHOP.target(),
                        SHOP.readOnly());
        Profile nameless =
                new Profile(new UUID(1, 1), " ", SHOP.environment(), SHOP.target(), false);

        assertRefused("Another server is called shop already.", () -> store.save(same));
        assertRefused("The server has no name.", () -> store.save(nameless));
        assertEquals(List.of(SHOP), store.load());
    }

    @Test
    void refusesWhatItCouldNotReadBack() throws Exception {
        store().save(SHOP);

        assertRefused(
                "The server can't be saved, because a field is missing or too long.",
                () -> store().save(SomeProfiles.named("x".repeat(10_001), 5432)));
        assertRefused(
                "The server can't be saved, because a field is missing or too long.",
                () -> store().save(SomeProfiles.named("books", 0)));
        assertEquals(List.of(SHOP), store().load());
    }

    @Test
    void leavesTheFileOfANewerConsoleAlone() throws Exception {
        store().save(SHOP);
        String newer = Files.readString(file()).replace("\"version\" : 1", "\"version\" : 2");
        Files.writeString(file(), newer);

        for (Executable attempt :
                List.<Executable>of(() -> store().load(), () -> store().save(BOOKS))) {
            Problem problem = assertThrows(ProblemException.class, attempt).problem();
            assertEquals(Problem.Kind.NOT_SUPPORTED, problem.kind());
            assertEquals(
                    "The list of servers was written by a newer console (its format is 2, this"
                            + " console knows 1).",
                    problem.sentence());
        }
        assertEquals(newer, Files.readString(file()));
    }

    @Test
    void saysWhyItCannotWrite() throws Exception {
        Files.createFile(folder());

        Problem problem = assertThrows(ProblemException.class, () -> store().save(SHOP)).problem();

        assertEquals(Problem.Kind.LOCAL, problem.kind());
        assertEquals(
                "The console can't use " + file() + ", because " + folder() + " is not a folder.",
                problem.sentence());
        assertThrows(ProblemException.class, () -> store().load());
    }

    @Test
    void losesNoProfileOfSeveralStoresAndThreads() throws Exception {
        Set<Profile> expected = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int number = 0; number < 16; number++) {
                Profile profile = SomeProfiles.named("server " + number, 5432);
                expected.add(profile);
                done.add(
                        threads.submit(() -> {
                            store().save(profile);
                            return profile;
                        }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }

        assertEquals(expected, new HashSet<>(store().load()));
    }

    @Test
    void doesNotOverwriteWhatAnotherConsoleSaves() throws Exception {
        try (ChildProgram other = saving("other", 1)) {
            other.awaitFirstLine();
            for (int port = 1; port <= 20; port++) {
                store().save(SomeProfiles.named("ours", port));
            }
            other.kill();
            int said = Integer.parseInt(other.said().getLast());

            List<Profile> both = store().load();
            assertEquals(2, both.size());
            assertTrue(both.contains(SomeProfiles.named("ours", 20)), both.toString());
            int port = both.getFirst().target().port();
            assertTrue(port == said || port == said + 1, port + " after " + said);
        }
    }

    @Test
    void hasTheOldOrTheNewProfileWhenTheProgramIsKilledWhileSaving() throws Exception {
        killed(8, 42);
    }

    @Test
    @Tag("long")
    void hasTheOldOrTheNewProfileHoweverOftenTheProgramIsKilled() throws Exception {
        killed(200, 43);
    }

    private void killed(int times, long seed) throws Exception {
        store().save(SHOP);
        Random random = new Random(seed);
        for (int kill = 0; kill < times; kill++) {
            // it saves ports, of which there are not enough for all
            int firstPort = 1 + (kill % 30) * 2_000;
            try (ChildProgram child = saving("books", firstPort)) {
                child.awaitFirstLine();
                LockSupport.parkNanos(random.nextLong(40_000_000));
                child.kill();
                int said = Integer.parseInt(child.said().getLast());

                ProfileStore store = store();
                List<Profile> profiles = store.load();
                int port = profiles.getLast().target().port();
                assertTrue(port == said || port == said + 1, port + " after " + said);
                assertEquals(List.of(SHOP, SomeProfiles.named("books", port)), profiles);
                assertEquals(List.of(), store.notes());
            }
        }
    }

    private ChildProgram saving(String name, int firstPort) throws IOException {
        return ChildProgram.start(
                SavingProgram.class,
                temporary,
                folder().toString(),
                name,
                Integer.toString(firstPort));
    }

    private static void assertRefused(String sentence, Executable attempt) {
        Problem problem = assertThrows(ProblemException.class, attempt).problem();
        assertEquals(Problem.Kind.BAD_INPUT, problem.kind());
        assertEquals(sentence, problem.sentence());
    }
}
