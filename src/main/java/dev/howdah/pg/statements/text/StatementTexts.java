package dev.howdah.pg.statements.text;

import dev.howdah.pg.statements.StatementKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers texts, those used last the longest, so that each is read once. Not safe for threads.
 */
public final class StatementTexts {
    private static final StatementText LOST = new StatementText("", 0);

    private final int maxCharacters;
    private final LinkedHashMap<StatementKey, StatementText> texts =
            new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

    /**
     * @param maxCharacters of all texts together; older ones go first
     */
    public StatementTexts(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    public Optional<StatementText> text(StatementKey key) {
        return Optional.ofNullable(texts.get(key));
    }

    /**
     * The statements among those remembered whose text has this in it.
     *
     * @param lowerCase what is searched for; upper and lower case are the same
     */
    public Set<StatementKey> containing(String lowerCase) {
        return texts.entrySet().stream()
                .filter(entry ->
                        entry.getValue().text().toLowerCase(Locale.ROOT).contains(lowerCase))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those that were never read, in the given order. */
    public List<StatementKey> missing(Collection<StatementKey> wanted) {
        return wanted.stream().filter(key -> !texts.containsKey(key)).toList();
    }

    /**
     * Takes over what was read. A text that was asked for and did not come is remembered as lost,
     * so that nobody asks for it with every refresh.
     */
    public void took(Collection<StatementKey> asked, StatementTextsSnapshot answer) {
        answer.texts().forEach(this::put);
        answer.unreadable().forEach(key -> put(key, StatementText.unreadable()));
        asked.forEach(key -> {
            if (!texts.containsKey(key)) {
                put(key, LOST);
            }
        });
        var eldest = texts.entrySet().iterator();
        while (characters > maxCharacters && texts.size() > 1 && eldest.hasNext()) {
            characters -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    /** Lets the texts that did not come be asked for once more. */
    public void forgetLost() {
        texts.values()
                .removeIf(text -> {
                    boolean isMissing = text.isLost() || text.isUnreadable();
                    if (isMissing) {
                        characters -= size(text);
                    }
                    return isMissing;
                });
    }

    private void put(StatementKey key, StatementText text) {
        StatementText before = texts.get(key);
        // A preview must not replace the whole text that was read meanwhile.
        if (before != null && before.text().length() > text.text().length()) {
            return;
        }
        texts.put(key, text);
        characters += size(text) - (before == null ? 0 : size(before));
    }

    /** An empty text takes room, too. */
    private static int size(StatementText text) {
        return text.text().length() + 100;
    }
}
