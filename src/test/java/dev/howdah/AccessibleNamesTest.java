package dev.howdah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whoever hears the window instead of seeing it is told what every field, table and icon is for.
 */
class AccessibleNamesTest {
    private static final Path VIEWS = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Set<String> FIELDS =
            Set.of(
                    "TextField",
                    "CustomTextField",
                    "PasswordField",
                    "PasswordTextField",
                    "TextArea",
                    "ComboBox",
                    "PrefixSelectionChoiceBox",
                    "DatePicker",
                    "ListView",
                    "TableView",
                    "TreeTableView",
                    "TreeView");

    @Test
    void everyFieldTableAndIconHasAName() throws Exception {
        List<String> nameless = new ArrayList<>();
        int looked = 0;
        for (Path view : views()) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(view.toFile());
            String code = controller(document.getDocumentElement());
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element each = (Element) all.item(i);
                if (needsName(each)) {
                    looked++;
                    if (!isNamed(each, code)) {
                        nameless.add(view.getFileName() + ": " + each.getAttribute("fx:id"));
                    }
                }
            }
        }
        assertEquals(List.of(), nameless);
        assertTrue(looked > 80, "it looked at " + looked);
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).sorted().toList();
        }
    }

    private static String controller(Element root) throws IOException {
        String name = root.getAttribute("fx:controller");
        return name.isEmpty()
                ? ""
                : Files.readString(SOURCES.resolve(name.replace('.', '/') + ".java"));
    }

    private static boolean needsName(Element each) {
        return isIcon(each)
                || (FIELDS.contains(each.getTagName())
                        && each.getAttribute("fx:constant").isEmpty());
    }

    private static boolean isIcon(Element each) {
        return each.getAttribute("styleClass").contains("button-icon");
    }

    private static boolean isNamed(Element each, String code) {
        if (!each.getAttribute("accessibleText").isEmpty()) {
            return true;
        }
        String id = each.getAttribute("fx:id");
        boolean isNamedInCode =
                !id.isEmpty()
                        && (code.contains(id + ".accessibleTextProperty()")
                                || code.contains(id + ".setAccessibleText("));
        return isIcon(each)
                ? isNamedInCode
                : isNamedInCode || !each.getAttribute("promptText").isEmpty();
    }
}
