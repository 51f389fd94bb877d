package dev.howdah.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.Rooms;
import dev.howdah.testing.Await;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is used, every text that is used is there, and each can be filled in. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern ASKED =
            Pattern.compile("\\bTEXTS\\s*\\.text\\(\\s*\"([^\"]+[^.\"])\"\\s*[,)]");
    private static final Pattern PART = Pattern.compile("\\.?[A-Za-z0-9]+");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|enum) ([A-Z]\\w*)");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)+\\.?");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties")).sorted().toList();
        }
    }

    @Test
    void anApostropheIsOnlyAnApostropheWithArgumentsAndWithout() {
        Texts texts = Texts.of(Await.class);

        assertEquals("It's 5 o'clock", texts.text("test.plain"));
        assertEquals("It's 5 o'clock at Ann's", texts.text("test.arguments", 5, "Ann's"));
    }

    @Test
    void aSentenceWithACountKnowsItsSingular() {
        Texts texts = Texts.of(Await.class);

        assertEquals("No session waits.", texts.text("test.count", 0));
        assertEquals("1 session waits.", texts.text("test.count", 1));
        assertEquals("1,200 sessions wait.", texts.text("test.count", 1_200));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextCanBeFilledIn(Path file) throws IOException {
        Properties texts = read(file);
        List<String> wrong = new ArrayList<>();
        texts.forEach((key, text) -> {
            String pattern = text.toString();
            if (pattern.isBlank() || pattern.contains("''")) {
                wrong.add(key + "=" + pattern);
            }
            new MessageFormat(pattern.replace("'", "''"), Locale.ENGLISH)
                    .format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8});
        });
        assertEquals(List.of(), wrong, "blank, or an apostrophe written twice, in " + file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noKeyIsThereTwice(Path file) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .toList();
        assertEquals(List.of(), twice, "twice in " + file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsUsed(Path file) throws IOException {
        Set<String> used = namedInThePackageOf(file);
        List<String> unused =
                keys(file).stream().filter(key -> !isUsed(key, used)).sorted().toList();
        assertEquals(List.of(), unused, "used by nobody, in " + file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextThatIsUsedIsThere(Path file) throws IOException {
        Set<String> keys = keys(file);
        Set<String> subjects = new HashSet<>();
        keys.forEach(key -> subjects.add(key.substring(0, key.indexOf('.') + 1)));
        List<String> missing =
                namedInThePackageOf(file).stream()
                        .filter(name -> KEY.matcher(name).matches())
                        .filter(name -> subjects.contains(name.substring(0, name.indexOf('.') + 1)))
                        .filter(name -> !isThere(name, keys))
                        .sorted()
                        .toList();
        assertEquals(List.of(), missing, "missing in " + file);
    }

    /** A text that is asked for by its whole key; a package without texts may ask for none. */
    @Test
    void everyPackageHasTheTextsItAsksFor() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Path beside = RESOURCES.resolve(SOURCES.relativize(folder));
                Path file = beside.resolve("texts.properties");
                Set<String> asked = new TreeSet<>(found(folder, ".java", ASKED));
                if (Files.isDirectory(beside)) {
                    asked.addAll(found(beside, ".fxml", FXML_KEY));
                }
                asked.removeAll(Files.exists(file) ? keys(file) : Set.of());
                asked.forEach(key -> missing.add(folder + ": " + key));
            }
        }
        assertEquals(List.of(), missing);
    }

    /**
     * A key is named as a whole, by a beginning that the code completes ({@code "env." + name}), or
     * in two parts: {@code key + ".remedy"}, {@code rule + "." + "found"}.
     */
    private static boolean isUsed(String key, Set<String> named) {
        if (named.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String end = key.substring(dot + 1);
            if (named.contains(key.substring(0, dot + 1))
                    || (named.contains(key.substring(0, dot))
                            && (named.contains(end) || named.contains("." + end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(String name, Set<String> keys) {
        return keys.contains(name)
                || keys.stream()
                        .anyMatch(key -> key.startsWith(name.endsWith(".") ? name : name + "."));
    }

    private static Set<String> keys(Path file) throws IOException {
        return read(file).stringPropertyNames();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Every string of the package's Java files, their names, and every key of its views. */
    private static Set<String> namedInThePackageOf(Path file) throws IOException {
        Path folder = file.resolveSibling(".").normalize();
        Set<String> named = new HashSet<>(found(folder, ".fxml", FXML_KEY));
        Path sources = SOURCES.resolve(RESOURCES.relativize(folder));
        named.addAll(found(sources, ".java", LITERAL));
        for (Path room : roomsAround(sources)) {
            found(room, ".java", LITERAL).stream()
                    .filter(name -> PART.matcher(name).matches())
                    .forEach(named::add);
        }
        // a health rule is called like its class
        found(sources, ".java", TYPE).forEach(type -> named.add(decapitalised(type)));
        return named;
    }

    /** In a divided package, one room may complete the keys of texts that another hands it. */
    private static List<Path> roomsAround(Path sources) throws IOException {
        String room =
                SOURCES.resolve("dev/howdah")
                        .relativize(sources)
                        .toString()
                        .replace(File.separatorChar, '.');
        if (Rooms.dividedAround(room).isEmpty()) {
            return List.of();
        }
        try (Stream<Path> rooms = Files.walk(sources.getParent(), 1)) {
            return rooms.filter(Files::isDirectory).toList();
        }
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern)
            throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ending))
                    .map(TextsTest::content)
                    .flatMap(content -> pattern.matcher(content).results())
                    .map((MatchResult result) -> result.group(1))
                    .forEach(found::add);
        }
        return found;
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
