package dev.howdah.lab.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.AtomicFile;
import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What ALTER SYSTEM has set on a node, for the times when no server runs that could be told ALTER
 * SYSTEM RESET. Source: PostgreSQL's guc.c, write_auto_conf_file: a parameter a line.
 *
 * @param data the node's data folder
 */
public record AlterSystemFile(Path data) {
    private static final String NAME = "postgresql.auto.conf";

    /** Takes these parameters out; the server reads the file when it starts. */
    public void reset(Collection<String> parameters) throws ProblemException {
        Set<String> names =
                parameters.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        resetIf(names::contains);
    }

    /** Takes out what is meant by these lower-case names; a file that is missing stays missing. */
    public void resetIf(Predicate<String> parameters) throws ProblemException {
        Path file = data.resolve(NAME);
        try {
            if (Files.isRegularFile(file)) {
                String kept =
                        Files.readAllLines(file, UTF_8).stream()
                                .filter(line -> !parameters.test(parameter(line)))
                                .map(line -> line + "\n")
                                .collect(Collectors.joining());
                AtomicFile.write(file, kept.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw LabProblems.of(e, file);
        }
    }

    private static String parameter(String line) {
        int end = line.indexOf('=');
        return end < 0 ? "" : line.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }
}
