package dev.howdah.ui.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's page in all its states, painted and read. */
class JournalPageTest {
    @TempDir private Path folder;
    private final List<JournaledChange> undone = new ArrayList<>();

    private final class Acts implements JournalActs {
        @Override
        public List<String> servers() {
            return List.of("orders-prod");
        }

        @Override
        public void undo(JournaledChange change) {
            undone.add(change);
        }

        @Override
        public void findOut(JournaledChange change) {}

        @Override
        public void leave() {}
    }

    private JournalPage page() {
        return page(new SomeWorkbench());
    }

    private JournalPage page(SomeWorkbench workbench) {
        return Fx.call(() ->
                new JournalPage(
                        new JournalReader(
                                new FileChangeLog(folder),
                                new FileOperationLog(folder),
                                _ -> false,
                                "service"::equals),
                        workbench,
                        new Acts()));
    }

    private Parent shown(JournalPage page, String says) {
        Parent view =
                Fx.call(() -> {
                    Parent made = page.view();
                    page.shown("");
                    return made;
                });
        Fx.eventually(says, () -> texts(view).stream().anyMatch(text -> text.contains(says)));
        return view;
    }

    @Test
    void paintsEveryState() throws Exception {
        paint(shown(page(), "Nothing has been changed yet."), "empty", Look.DARK);
        new SomeJournal(folder).write();
        paint(SomeJournal.GRANT, "analyst01 may log in.", Look.LIGHT);
        paint(SomeJournal.LIST, "203.0.113.0/24   office", Look.DARK);
        paint(SomeJournal.CUT_OFF, "Unknown: the console ended while this ran.", Look.LIGHT);
        paint(SomeJournal.LEFT, "What came of it is looked for when this server is", Look.DARK);
        paint(SomeJournal.UNSURE, "The provider's own page shows how it is now.", Look.DARK);
        paint(SomeJournal.ENDED, "No way back: What was ended does not come back", Look.LIGHT);
        Files.writeString(folder.resolve("journal.jsonl"), "{\"torn", StandardOpenOption.APPEND);
        Parent damaged = shown(page(), "7 changes");
        paint(damaged, "damaged", Look.DARK);
        assertTrue(
                Fx.call(() -> texts(damaged)).contains("One line of the journal can't be read."));
        assertEquals(List.of(), undone);
    }

    @Test
    void anAnswerThatIsOvertakenIsNotShown() throws Exception {
        List<Runnable> reads = new ArrayList<>();
        JournalPage page = page(new SomeWorkbench(Clock.systemUTC(), reads::add));
        Parent view =
                Fx.call(() -> {
                    Parent made = page.view();
                    page.shown("");
                    page.refresh();
                    return made;
                });
        new SomeJournal(folder).write();
        Fx.run(reads.getLast());
        Fx.eventually("7 changes", () -> texts(view).contains("7 changes"));
        Files.delete(folder.resolve("journal.jsonl"));
        Fx.run(reads.getFirst());
        Fx.run(() -> {});

        assertTrue(Fx.call(() -> texts(view)).contains("7 changes"));
    }

    private void paint(UUID change, String says, Look look) throws Exception {
        JournalPage page = page();
        Fx.run(() -> page.look(change));
        Parent view = shown(page, "7 changes");
        paint(view, "change-" + change.getLeastSignificantBits(), look);
        List<String> seen = Fx.call(() -> texts(view));
        assertTrue(seen.stream().anyMatch(text -> text.contains(says)), seen.toString());
    }

    @Test
    void saysWhyItCantBeRead() throws Exception {
        Path file = folder.resolve("journal.jsonl");
        Files.createDirectories(file);

        paint(shown(page(), "Retry"), "unreadable", Look.LIGHT);
    }

    @Test
    void readsTheNewestFirstAndMoreOnDemand() throws Exception {
        new SomeJournal(folder).many(5_000);
        JournalPage page = page();
        Parent view = shown(page, "the newest 1,000 changes");
        paint(view, "many", Look.LIGHT);
        TableView<?> table = (TableView<?>) view.lookup("#journal");
        assertEquals(1_000, Fx.call(() -> table.getItems().size()));
    }

    private static void paint(Parent view, String name, Look look) throws Exception {
        Path picture = Fx.picture(view, "journal-" + name, look, 1_000, 700);
        assertTrue(Files.size(picture) > 1_000, picture.toString());
    }

    private static List<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
