package dev.howdah.backup.file;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.core.ProblemException;
import dev.howdah.core.file.FileProblems;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * Gives a file that was fetched or made its name: once it is on the disk and was read to its end.
 */
public final class FinishedFile {
    private FinishedFile() {}

    /**
     * Blocks. A damaged file gets a name that says so; a sound one has its sum noted beside it.
     *
     * @param part is gone afterwards
     * @param name wanted; another number is added when it is taken
     */
    public static Fetched.Arrived of(Path part, Path folder, String name, LongConsumer read)
            throws ProblemException {
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return named(part, folder, name, BackupFileCheck.of(part, read));
        } catch (IOException e) {
            throw FileProblems.of(e, part);
        }
    }

    public static Fetched.Arrived named(Path part, Path folder, String name, FileVerdict verdict)
            throws IOException {
        boolean broken = verdict.soundness() == FileVerdict.Soundness.BROKEN;
        Path file = FreeName.give(part, folder, broken ? name + ".damaged" : name);
        if (!broken && !verdict.sha256().isEmpty()) {
            FileSum.write(file, verdict.sha256());
        }
        return new Fetched.Arrived(file, verdict);
    }
}
