package dev.howdah.lab.wal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The texts of the commands; on real servers they are run by the tests of the archive. */
class WalCommandsTest {
    private static final Path FOLDER = Path.of("/home/ana/DBA's 100% lab");

    @Test
    void aShellCopiesBesideRenamesAndNeverOverwrites() {
        assertEquals(
                "if test ! -f '/home/ana/DBA'\\''s 100%% lab/wanted'; then true;"
                        + " elif test -f '/home/ana/DBA'\\''s 100%% lab/%f';"
                        + " then cmp -s \"%p\" '/home/ana/DBA'\\''s 100%% lab/%f';"
                        + " else cp -p \"%p\" '/home/ana/DBA'\\''s 100%% lab/%f.arriving'"
                        + " && mv '/home/ana/DBA'\\''s 100%% lab/%f.arriving'"
                        + " '/home/ana/DBA'\\''s 100%% lab/%f'; fi",
                WalCommands.UNIX.archive(FOLDER));
        assertEquals(
                "cp '/home/ana/DBA'\\''s 100%% lab/%f' \"%p\" && echo %f > fetched",
                WalCommands.UNIX.restore(FOLDER, "fetched"));
    }

    @Test
    void windowsDoesTheSameInItsOwnWords() {
        assertEquals(
                "if not exist \"\\home\\ana\\DBA's 100%% lab\\wanted\" (exit /b 0)"
                        + " else if exist \"\\home\\ana\\DBA's 100%% lab\\%f\""
                        + " (fc /b \"%p\" \"\\home\\ana\\DBA's 100%% lab\\%f\" >nul)"
                        + " else (copy /y \"%p\" \"\\home\\ana\\DBA's 100%% lab\\%f.arriving\" >nul"
                        + " && move /y \"\\home\\ana\\DBA's 100%% lab\\%f.arriving\""
                        + " \"\\home\\ana\\DBA's 100%% lab\\%f\" >nul)",
                WalCommands.WINDOWS.archive(FOLDER));
        assertEquals(
                "copy /y \"\\home\\ana\\DBA's 100%% lab\\%f\" \"%p\" >nul && (echo %f)> fetched",
                WalCommands.WINDOWS.restore(FOLDER, "fetched"));
    }
}
