package dev.howdah.journal;

import dev.howdah.core.ProblemException;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;

/** Appends numbered entries and says each number when its write has returned. */
final class AppendingProgram {
    private AppendingProgram() {}

    /** Arguments: folder, name of the server, first number, count, bytes at which to rotate. */
    public static void main(String[] arguments) throws ProblemException {
        FileChangeLog log =
                new FileChangeLog(
                        Path.of(arguments[0]), Long.parseLong(arguments[4]), SomeEntries.WRITER);
        int first = Integer.parseInt(arguments[2]);
        int count = Integer.parseInt(arguments[3]);
        for (int number = first; number < first + count; number++) {
            log.write(SomeEntries.numbered(arguments[1], number));
            ChildProgram.say(Integer.toString(number));
        }
    }
}
