package dev.howdah.backup.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Gives a finished file its name, another one when that is taken: no file is ever overwritten. */
public final class FreeName {
    private static final int MOST = 1_000;

    private FreeName() {}

    /** Moves the file, and returns when the name is on the disk: "shop.dump", "shop (2).dump". */
    public static Path give(Path file, Path folder, String name) throws IOException {
        for (int number = 1; number < MOST; number++) {
            Path target = folder.resolve(number == 1 ? name : numbered(name, number));
            if (Files.exists(FileSum.beside(target))) {
                continue;
            }
            try {
                move(file, target);
                force(folder);
                return target;
            } catch (FileAlreadyExistsException _) {
                // the next number
            }
        }
        throw new FileAlreadyExistsException(folder.resolve(name).toString());
    }

    /** A link fails on a name that is taken, also when it was taken just now. */
    private static void move(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException _) {
            Files.move(file, target);
            return;
        }
        Files.deleteIfExists(file);
    }

    /**
     * Takes away the name of a part that has got its other name already, which a crash can leave:
     * who went on with it would change the finished file.
     */
    public static void removeIfNamed(Path part, Path folder) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (!file.getFileName().equals(part.getFileName())
                        && Files.isSameFile(file, part)) {
                    Files.delete(part);
                    return;
                }
            }
        }
    }

    static String numbered(String name, int number) {
        int stem = name.endsWith(".tar.gz") ? name.length() - 7 : name.lastIndexOf('.');
        int end = stem <= 0 ? name.length() : stem;
        return name.substring(0, end) + " (" + number + ")" + name.substring(end);
    }

    private static void force(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException _) {
            // Windows opens no folder, and writes names by itself
        }
    }
}
