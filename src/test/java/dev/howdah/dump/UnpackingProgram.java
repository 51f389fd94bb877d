package dev.howdah.dump;

import dev.howdah.testing.ChildProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Unpacks a dump into a folder and is killed before it could be restored. */
final class UnpackingProgram {
    private UnpackingProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path dump = UnpackedFile.nameIn(folder);
        try (UnpackedFile _ = new UnpackedFile(folder, dump)) {
            Files.write(dump, new byte[1_000]);
            ChildProgram.say("unpacked");
            while (true) {
                LockSupport.park();
            }
        }
    }
}
