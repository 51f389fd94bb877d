package dev.howdah.ui.users.manyusers;

import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.ui.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes passwords into a file that the person chose, and that only its owner may read; says in the
 * status line what came of it.
 */
record PasswordFile(Workbench workbench) {
    private static final Texts TEXTS = Texts.of(PasswordFile.class);

    /** Returns at once; the file is replaced as a whole, or left as it was. */
    void write(Path file, Secret passwords) {
        byte[] content = passwords.reveal().getBytes(StandardCharsets.UTF_8);
        workbench
                .background()
                .execute(() -> {
                    String outcome = outcome(file, content);
                    workbench.uiThread().execute(() -> workbench.say(outcome));
                });
    }

    private static String outcome(Path file, byte[] content) {
        try {
            AtomicFile.write(file, content);
            return TEXTS.text("many.saved", file);
        } catch (IOException e) {
            return TEXTS.text("many.notSaved", FileProblems.of(e, file).problem().sentence());
        } finally {
            java.util.Arrays.fill(content, (byte) 0);
        }
    }
}
