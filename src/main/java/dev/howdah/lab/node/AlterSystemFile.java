package dev.howdah.lab.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    /** The parameters in it, by lower-case names, the one set last at the end. */
    public List<String> parameters() throws ProblemException {
        return lines(name -> !name.isEmpty()).stream().map(AlterSystemFile::parameter).toList();
    }

    /** Takes these parameters out; the server reads the file when it starts. */
    public void reset(Collection<String> parameters) throws ProblemException {
        write(lines(among(parameters).negate()));
    }

    /** Takes out what is meant by these lower-case names. */
    public void resetIf(Predicate<String> parameters) throws ProblemException {
        write(lines(parameters.negate()));
    }

    /** All of it, to be {@link #putBack} should it not help to take something out. */
    public List<String> content() throws ProblemException {
        return lines(_ -> true);
    }

    public void putBack(List<String> content) throws ProblemException {
        write(content);
    }

    /** Sets these parameters as the other node has them, and takes out what it has not. */
    public void adopt(Collection<String> parameters, AlterSystemFile other)
            throws ProblemException {
        Predicate<String> adopted = among(parameters);
        List<String> lines = new ArrayList<>(lines(adopted.negate()));
        lines.addAll(other.lines(adopted));
        write(lines);
    }

    private static Predicate<String> among(Collection<String> parameters) {
        return parameters.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                ::contains;
    }

    /** Those of parameters that are wanted; comments have no name. None without the file. */
    private List<String> lines(Predicate<String> wanted) throws ProblemException {
        try {
            return Files.isRegularFile(file())
                    ? Files.readAllLines(file(), UTF_8).stream()
                            .filter(line -> wanted.test(parameter(line)))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw LabProblems.of(e, file());
        }
    }

    private void write(List<String> lines) throws ProblemException {
        String content = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        try {
            AtomicFile.write(file(), content.getBytes(UTF_8));
        } catch (IOException e) {
            throw LabProblems.of(e, file());
        }
    }

    private Path file() {
        return data.resolve(NAME);
    }

    private static String parameter(String line) {
        int end = line.indexOf('=');
        return end < 0 ? "" : line.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }
}
