package dev.howdah.pg.statements.text;

import static dev.howdah.pg.statements.SomeStatements.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.statements.StatementKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A text is read once, and never too many are kept. */
class StatementTextsTest {
    private final StatementTexts texts = new StatementTexts(1_000);

    @Test
    void missesOnlyWhatWasNeverRead() {
        took(Map.of(key(1), new StatementText("SELECT 1", 8)), key(1), key(2));

        assertEquals(List.of(key(3)), texts.missing(List.of(key(1), key(2), key(3))));
        assertEquals(Optional.of(new StatementText("SELECT 1", 8)), texts.text(key(1)));
        assertTrue(texts.text(key(2)).orElseThrow().isLost());
    }

    @Test
    void tellsWhatCanNotBeReadFromWhatIsLost() {
        texts.took(List.of(key(1), key(2)), new StatementTextsSnapshot(Map.of(), Set.of(key(1))));

        assertTrue(texts.text(key(1)).orElseThrow().isUnreadable());
        assertFalse(texts.text(key(1)).orElseThrow().isLost());
        assertFalse(texts.text(key(2)).orElseThrow().isUnreadable());
        assertEquals(List.of(), texts.missing(List.of(key(1), key(2))));
        texts.forgetLost();
        assertEquals(List.of(key(1), key(2)), texts.missing(List.of(key(1), key(2))));
    }

    @Test
    void asksForLostTextsOnceMoreWhenToldTo() {
        took(Map.of(key(1), new StatementText("SELECT 1", 8)), key(1), key(2));

        texts.forgetLost();

        assertEquals(List.of(key(2)), texts.missing(List.of(key(1), key(2))));
    }

    @Test
    void keepsWhatWasUsedLastWhenThereIsTooMuch() {
        for (int id = 0; id < 20; id++) {
            texts.text(key(0));
            took(Map.of(key(id), new StatementText("x".repeat(200), 200)), key(id));
        }

        assertEquals(List.of(), texts.missing(List.of(key(0), key(19))));
        assertEquals(List.of(key(1)), texts.missing(List.of(key(1))));
    }

    @Test
    void doesNotReplaceAWholeTextByItsBeginning() {
        took(Map.of(key(1), new StatementText("SELECT 1, 2", 11)), key(1));
        took(Map.of(key(1), new StatementText("SELECT", 11)), key(1));

        assertEquals("SELECT 1, 2", texts.text(key(1)).orElseThrow().text());
    }

    @Test
    void findsTextsWhateverTheirCase() {
        took(
                Map.of(
                        key(1), new StatementText("SELECT Orders", 13),
                        key(2), new StatementText("SELECT users", 12)),
                key(1),
                key(2));

        assertEquals(Set.of(key(1)), texts.containing("orders"));
    }

    @Test
    void knowsWhetherThereIsMoreToRead() {
        StatementText beginning = new StatementText("é".repeat(100), 500);

        assertTrue(beginning.isCut());
        assertTrue(beginning.wouldGrow(101));
        assertFalse(beginning.wouldGrow(100));
        assertFalse(new StatementText("😀", 1).isCut());
    }

    private void took(Map<StatementKey, StatementText> answer, StatementKey... asked) {
        texts.took(List.of(asked), new StatementTextsSnapshot(answer));
    }
}
