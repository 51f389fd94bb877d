package dev.howdah.pg.statements;

import java.util.Map;

/** The texts of some statements; a statement that was evicted meanwhile is missing. */
public record StatementTextsSnapshot(Map<StatementKey, StatementText> texts) {
    public StatementTextsSnapshot {
        texts = Map.copyOf(texts);
    }
}
