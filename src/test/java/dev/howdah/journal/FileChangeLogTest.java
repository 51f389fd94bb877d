package dev.howdah.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.ChangeLog.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangeLogTest {
    @TempDir private Path temporary;

    private Path folder() {
        return temporary.resolve("data");
    }

    private FileChangeLog log() {
        return new FileChangeLog(folder(), 5L << 20, SomeEntries.WRITER);
    }

    private Path file() {
        return folder().resolve("journal.jsonl");
    }

    @Test
    void writesALineThatPeopleCanRead() throws Exception {
        log().write(SomeEntries.withPreview("SELECT 'a\nb';"));

        assertEquals(
                "{\"time\":\"2026-11-21T12:00:00.123Z\",\"server\":\"shop\","
                        + "\"environment\":\"STAGING\",\"status\":\"PARTLY\","
                        + "\"title\":\"Terminate 2 sessions\",\"preview\":\"SELECT 'a\\nb';\","
                        + "\"sentence\":\"1 of 2 sessions was terminated.\","
                        + "\"rows\":[\"4711: terminated\",\"4712: gone\"],"
                        + "\"id\":\"00000000-0000-0001-0000-000000000002\","
                        + "\"by\":\"ann\",\"process\":\"1@2026-11-21T08:00:00Z\"}\n",
                Files.readString(file()));
    }

    @Test
    void givesBackWhatWasWrittenNewestFirst() throws Exception {
        FileChangeLog log = log();
        Entry strange = SomeEntries.withPreview("grüß \u202E🐘 \"quoted\" \\ \u0000 \r\n\t");
        log.write(SomeEntries.numbered("shop", 1));
        log.write(strange);
        log.write(SomeEntries.numbered("shop", 3));

        assertEquals(
                List.of(SomeEntries.numbered("shop", 3), strange, SomeEntries.numbered("shop", 1)),
                log.read(10).newest());
        assertEquals(List.of(SomeEntries.numbered("shop", 3)), log.read(1).newest());
        assertEquals(List.of(), log.read(0).newest());
    }

    @Test
    void isEmptyBeforeTheFirstChangeAndMakesNoFolderForThat() throws Exception {
        assertEquals(List.of(), log().read(10).newest());
        assertFalse(Files.exists(folder()));
    }

    @Test
    void cutsWhatIsTooLongAndSaysHowMuchIsMissing() throws Exception {
        FileChangeLog log = log();
        log.write(SomeEntries.withPreview("x".repeat(EntryLine.MAX_CHARACTERS) + "\uD83Dyz"));
        log.write(SomeEntries.withPreview("x".repeat(EntryLine.MAX_CHARACTERS) + "y"));

        String whole = "x".repeat(EntryLine.MAX_CHARACTERS);
        assertEquals(
                List.of(whole + "… (1 more character)", whole + "… (3 more characters)"),
                log.read(2).newest().stream().map(Entry::preview).toList());
    }

    @Test
    void writesATextWithHalfACharacter() throws Exception {
        FileChangeLog log = log();
        log.write(SomeEntries.withPreview("a\uD83Db"));

        assertEquals(List.of(SomeEntries.withPreview("a?b")), log.read(10).newest());
    }

    @Test
    void toleratesATornLineAndClosesItOff() throws Exception {
        FileChangeLog log = log();
        log.write(SomeEntries.numbered("shop", 1));
        Files.writeString(file(), "{\"time\":\"2026-11-21T1", StandardOpenOption.APPEND);

        assertEquals(List.of(SomeEntries.numbered("shop", 1)), log.read(10).newest());
        log.write(SomeEntries.numbered("shop", 2));

        assertEquals(
                List.of(SomeEntries.numbered("shop", 2), SomeEntries.numbered("shop", 1)),
                log.read(10).newest());
        assertEquals(3, Files.readAllLines(file()).size());
    }

    @Test
    void beginsANewFileWhenOneHasGrownAndKeepsAll() throws Exception {
        FileChangeLog log = new FileChangeLog(folder(), 1_000, SomeEntries.WRITER);
        List<Entry> newestFirst = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            log.write(SomeEntries.numbered("shop", number));
            newestFirst.addFirst(SomeEntries.numbered("shop", number));
        }

        assertTrue(Files.exists(folder().resolve("journal-10.jsonl")));
        assertEquals(newestFirst, log.read(1_000).newest());
        assertEquals(newestFirst.subList(0, 25), log.read(25).newest());
    }

    @Test
    void keepsTheNewestFortyFullFilesAndNoLineIsLostBeforeThat() throws Exception {
        FileChangeLog log = new FileChangeLog(folder(), 1, SomeEntries.WRITER);
        int kept = FileChangeLog.KEPT_FILES + 1;
        List<Entry> newestFirst = new ArrayList<>();
        for (int number = 0; number < kept + 5; number++) {
            log.write(SomeEntries.numbered("shop", number));
            newestFirst.addFirst(SomeEntries.numbered("shop", number));
            assertEquals(
                    newestFirst.subList(0, Math.min(kept, newestFirst.size())),
                    log.read(1_000).newest());
        }
    }

    @Test
    void countsTheLinesThatNobodyCanReadAndSaysWhetherThereAreOlderOnes() throws Exception {
        FileChangeLog log = log();
        log.write(SomeEntries.numbered("shop", 1));
        Files.writeString(file(), "{\"torn\n\n", StandardOpenOption.APPEND);
        log.write(SomeEntries.numbered("shop", 2));

        assertEquals(
                new JournalPart(
                        List.of(SomeEntries.numbered("shop", 2), SomeEntries.numbered("shop", 1)),
                        1,
                        false),
                log.read(2));
        assertEquals(
                new JournalPart(List.of(SomeEntries.numbered("shop", 2)), 0, true), log.read(1));
    }

    @Test
    void readsTheLinesOfOlderConsoles() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(
                file(),
                """
                {"time":"2026-11-21T12:00:00.123Z","server":"shop","environment":"STAGING",\
                "status":"PARTLY","title":"Terminate 2 sessions","preview":"SELECT 1",\
                "sentence":"1 of 2 sessions was terminated.",\
                "rows":["4711: terminated","4712: gone"],\
                "id":"00000000-0000-0001-0000-000000000002"}
                """);

        Entry today = SomeEntries.withPreview("SELECT 1");
        assertEquals(
                List.of(SomeEntries.with(today, ChangeLog.Particulars.NONE)),
                log().read(10).newest());
    }

    @Test
    void keepsEverythingThatIsKnownOfAChange() throws Exception {
        Entry full =
                SomeEntries.with(
                        SomeEntries.withPreview("GRANT"), SomeEntries.everything("\u202Eé\n'"));
        Entry tooLong =
                SomeEntries.with(
                        SomeEntries.withPreview("GRANT"),
                        SomeEntries.everything("x".repeat(ParticularsNode.MAX_SCRIPT)));
        FileChangeLog log = log();
        log.write(full);
        log.write(tooLong);

        List<Entry> read = log.read(10).newest();
        assertEquals(full, read.getLast());
        // half a way back is none
        assertEquals(Optional.empty(), read.getFirst().particulars().wayBack());
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        log().write(SomeEntries.numbered("shop", 1));

        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void saysWhyItCannotWrite() throws Exception {
        Files.createFile(folder());
        FileChangeLog log = log();

        Problem problem =
                assertThrows(
                                ProblemException.class,
                                () -> log.write(SomeEntries.numbered("shop", 1)))
                        .problem();

        assertEquals(Problem.Kind.LOCAL, problem.kind());
        assertEquals(
                "The console can't use " + file() + ", because " + folder() + " is not a folder.",
                problem.sentence());
    }

    @Test
    void writesEvenWhenTheThreadIsInterrupted() throws Exception {
        FileChangeLog log = log();
        Thread.currentThread().interrupt();

        log.write(SomeEntries.numbered("shop", 1));

        assertTrue(Thread.interrupted());
        assertEquals(List.of(SomeEntries.numbered("shop", 1)), log.read(10).newest());
    }
}
