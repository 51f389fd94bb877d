package dev.howdah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Colours are tokens of the theme, and FXML is structure. */
class StylesheetTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern HUE =
            Pattern.compile(
                    "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsb\\("
                            + "|:\\s*(red|green|blue|white|black|gr[ae]y|orange|yellow|silver)\\b"
                            + "|\\bColor\\.(?!TRANSPARENT)(web|rgb|hsb|[A-Z]{3,})\\b|\\bPaint\\.valueOf\\b");
    private static final Pattern NOT_STRUCTURE =
            Pattern.compile("\\$\\{|\\sstyle=|<fx:script|<\\?language");

    @Test
    void noFileNamesAHue() {
        assertEquals(List.of(), found(HUE, ".css", ".fxml", ".java"));
    }

    @Test
    void viewsHoldNoExpressionStyleOrScript() {
        assertEquals(List.of(), found(NOT_STRUCTURE, ".fxml"));
    }

    @Test
    void thereIsOneStylesheet() {
        assertEquals(List.of(MAIN.resolve("resources/dev/howdah/ui/console.css")), files(".css"));
    }

    @Test
    void theSearchSeesAHueWhenThereIsOne() {
        assertTrue(HUE.matcher("-fx-text-fill: #ff0000;").find());
        assertTrue(HUE.matcher("node.setFill(Color.RED)").find());
        assertTrue(HUE.matcher("-fx-fill: red;").find());
        assertTrue(NOT_STRUCTURE.matcher("<Label style=\"-fx-font-size: 9\"/>").find());
        assertTrue(NOT_STRUCTURE.matcher("text=\"${controller.name}\"").find());
    }

    private static List<String> found(Pattern pattern, String... endings) {
        List<String> hits = new ArrayList<>();
        for (Path file : files(endings)) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = pattern.matcher(lines.get(i));
                if (matcher.find()) {
                    hits.add(file + ":" + (i + 1) + ": " + matcher.group());
                }
            }
        }
        return hits;
    }

    private static List<Path> files(String... endings) {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
