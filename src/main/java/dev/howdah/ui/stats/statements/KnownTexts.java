package dev.howdah.ui.stats.statements;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.text.StatementText;
import dev.howdah.pg.statements.text.StatementTexts;
import dev.howdah.pg.statements.text.StatementTextsQuery;
import dev.howdah.pg.statements.text.StatementTextsSnapshot;
import dev.howdah.ui.Lines;
import dev.howdah.ui.stats.statement.StatementLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the statements on the screen: which are known, and which to wish for. There is one
 * wish at a time, and none for what is known.
 */
final class KnownTexts {
    private static final Texts TEXTS = Texts.of(KnownTexts.class);
    private static final int MAX_CHARACTERS = 4_000_000;
    private static final int LINE_CHARACTERS = 400;

    private final StatementTexts texts = new StatementTexts(MAX_CHARACTERS);
    private final Set<StatementKey> ours = new HashSet<>();
    private final ReadOnlyObjectWrapper<TextsWish> wish =
            new ReadOnlyObjectWrapper<>(TextsWish.NONE);
    private Optional<Problem> problem = Optional.empty();
    private @Nullable StatementKey failedWhole;

    Optional<StatementText> text(StatementKey key) {
        return texts.text(key);
    }

    /** The statements whose text has this in it, as far as texts are known. */
    Set<StatementKey> containing(String lowerCase) {
        return texts.containing(lowerCase);
    }

    /** Whether a statement is known to be one of the console's own. */
    boolean isOurs(StatementKey key) {
        return ours.contains(key);
    }

    /** Why the last texts could not be read. */
    Optional<Problem> problem() {
        return problem;
    }

    StatementLine line(StatementsInterval.Row row, OptionalDouble sharePct) {
        Optional<StatementText> known = texts.text(row.key());
        return new StatementLine(
                row, sharePct, known.map(KnownTexts::words).orElse(""), known.isPresent());
    }

    private static String words(StatementText known) {
        if (known.isUnreadable()) {
            return TEXTS.text("statements.textUnreadable");
        }
        return known.isLost()
                ? TEXTS.text("statements.textLost")
                : Lines.one(known.text(), LINE_CHARACTERS);
    }

    /** Previews for the table come first, then the whole text of the statement looked at. */
    void wishFor(List<StatementLine> shown, Optional<StatementKey> lookedAt) {
        if (!wish.get().equals(TextsWish.NONE)) {
            return;
        }
        List<StatementKey> missing =
                texts.missing(shown.stream().map(line -> line.row().key()).toList());
        if (!missing.isEmpty()) {
            wish.set(new TextsWish(missing, StatementTextsQuery.PREVIEW_CHARACTERS));
            return;
        }
        int whole = StatementTextsQuery.WHOLE_CHARACTERS;
        lookedAt.filter(key -> !key.equals(failedWhole))
                .filter(key -> texts.text(key).filter(text -> text.wouldGrow(whole)).isPresent())
                .ifPresent(key -> wish.set(new TextsWish(List.of(key), whole)));
    }

    void took(TextsWish asked, Answer<StatementTextsSnapshot> answer) {
        switch (answer) {
            case Answer.Got<StatementTextsSnapshot>(var snapshot, var _) -> {
                texts.took(asked.keys(), snapshot);
                snapshot.texts().forEach(this::recognise);
                problem = Optional.empty();
            }
            case Answer.Failed<StatementTextsSnapshot>(var reason) -> {
                // Remembered as lost, or every refresh would read the whole file of texts again.
                texts.took(asked.keys(), new StatementTextsSnapshot(Map.of()));
                problem = Optional.of(reason);
            }
        }
        if (asked.maxCharacters() == StatementTextsQuery.WHOLE_CHARACTERS) {
            failedWhole = asked.keys().getFirst();
        }
        wish.set(TextsWish.NONE);
    }

    private void recognise(StatementKey key, StatementText text) {
        if (ApplicationName.isOurs(text.text())) {
            ours.add(key);
        }
    }

    void forgetFailures() {
        texts.forgetLost();
        failedWhole = null;
        problem = Optional.empty();
    }

    ReadOnlyObjectProperty<TextsWish> wish() {
        return wish.getReadOnlyProperty();
    }
}
