package dev.howdah.ui.stats.activity;

import dev.howdah.core.Texts;
import javafx.util.StringConverter;

/** The words for the ways to group, for a choice that can't be typed into. */
final class GroupingWords extends StringConverter<Grouping> {
    private static final Texts TEXTS = Texts.of(GroupingWords.class);

    @Override
    public String toString(Grouping grouping) {
        return switch (grouping) {
            case NONE -> TEXTS.text("grouping.none");
            case APPLICATION -> TEXTS.text("grouping.application");
            case USER -> TEXTS.text("grouping.user");
            case STATE -> TEXTS.text("grouping.state");
            case CLIENT -> TEXTS.text("grouping.client");
        };
    }

    @Override
    public Grouping fromString(String words) {
        throw new UnsupportedOperationException(words);
    }
}
