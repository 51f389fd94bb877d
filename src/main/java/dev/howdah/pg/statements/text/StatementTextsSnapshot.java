package dev.howdah.pg.statements.text;

import dev.howdah.pg.statements.StatementKey;
import java.util.Map;
import java.util.Set;

/**
 * The texts of some statements; a statement that was evicted meanwhile is missing.
 *
 * @param unreadable those that the server has, and can't give in the encoding of this database
 */
public record StatementTextsSnapshot(
        Map<StatementKey, StatementText> texts, Set<StatementKey> unreadable) {
    public StatementTextsSnapshot {
        texts = Map.copyOf(texts);
        unreadable = Set.copyOf(unreadable);
    }

    /** When all could be given. */
    public StatementTextsSnapshot(Map<StatementKey, StatementText> texts) {
        this(texts, Set.of());
    }
}
