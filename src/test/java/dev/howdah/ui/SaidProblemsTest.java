package dev.howdah.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.backups.asking.ChangeAsker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the status line says of a problem: what happened, and what to do about it. */
class SaidProblemsTest {
    /** A statement that says something. */
    private static final Pattern SAYING = Pattern.compile("\\bsay(?:\\.accept)?\\([^;]*;");

    @Test
    void aChangeThatCannotBeDescribedIsSaidWithItsRemedy() {
        Fx.start();
        SomeWorkbench workbench = new SomeWorkbench();
        ProblemException refused =
                new ProblemException(
                        Problem.of(Problem.Kind.LOCAL, "The disk is full.", "Make room on it."));

        new ChangeAsker(workbench)
                .ask(
                        () -> {
                            throw refused;
                        },
                        () -> {});

        Fx.eventually("it is said", () -> !workbench.said.isEmpty());
        assertEquals(List.of("The disk is full. Make room on it."), workbench.said);
    }

    @Test
    void nobodySaysTheSentenceOfAProblemAndKeepsItsRemedyToItself() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> sayings(file))
                            .filter(saying ->
                                    saying.contains("roblem")
                                            && saying.contains(".sentence()")
                                            && !saying.contains("remedy"))
                            .toList());
        }
    }

    private static Stream<String> sayings(Path file) {
        try {
            return SAYING.matcher(Files.readString(file))
                    .results()
                    .map(found -> file + ": " + found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
