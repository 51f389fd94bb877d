package dev.howdah.ui.settings.asking;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.Query;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import java.util.function.Consumer;

/** Asks a server one question now, in the background, and answers on the UI thread. */
public record Asker(Workbench workbench) {

    public <T> void ask(Session session, Query<T> query, Consumer<Answer<T>> answer) {
        workbench
                .background()
                .execute(() -> {
                    Answer<T> one = read(session, query);
                    workbench.uiThread().execute(() -> answer.accept(one));
                });
    }

    private <T> Answer<T> read(Session session, Query<T> query) {
        try {
            return new Answer.Got<>(session.reader().ask(query), workbench.clock().instant());
        } catch (ProblemException e) {
            return new Answer.Failed<>(e.problem());
        }
    }
}
