package dev.howdah.ui.stats.statements;

import dev.howdah.pg.statements.StatementKey;
import java.util.List;

/**
 * Texts that are needed for what is on the screen.
 *
 * @param keys may be empty: nothing is wished for
 * @param maxCharacters of each
 */
record TextsWish(List<StatementKey> keys, int maxCharacters) {
    static final TextsWish NONE = new TextsWish(List.of(), 0);

    TextsWish {
        keys = List.copyOf(keys);
    }
}
