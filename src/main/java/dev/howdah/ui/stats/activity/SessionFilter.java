package dev.howdah.ui.stats.activity;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.stats.session.SessionWords;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds sessions by what their row says: every word has to be in some column. */
final class SessionFilter implements Predicate<SessionRow> {
    private final List<String> words;

    SessionFilter(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        words = trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+"));
    }

    @Override
    public boolean test(SessionRow row) {
        if (words.isEmpty()) {
            return true;
        }
        String all =
                String.join(
                                "\n",
                                Integer.toString(row.pid()),
                                SessionWords.state(row),
                                SessionWords.waitsOn(row),
                                SessionWords.user(row),
                                SessionWords.application(row),
                                SessionWords.database(row),
                                SessionWords.client(row),
                                row.backendType(),
                                row.statement().text().text())
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
