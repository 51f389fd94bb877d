package dev.howdah.ui.stats.session;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.Query;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import java.util.function.Consumer;

/** Asks a server one question now, in the background, and answers on the UI thread. */
public final class OneAnswer {
    private final Session session;
    private final Workbench workbench;

    public OneAnswer(Session session, Workbench workbench) {
        this.session = session;
        this.workbench = workbench;
    }

    public <T> void ask(Query<T> query, Consumer<Answer<T>> answer) {
        workbench
                .background()
                .execute(() -> {
                    Answer<T> one = read(query);
                    workbench.uiThread().execute(() -> answer.accept(one));
                });
    }

    private <T> Answer<T> read(Query<T> query) {
        try {
            return new Answer.Got<>(session.reader().ask(query), workbench.clock().instant());
        } catch (ProblemException e) {
            return new Answer.Failed<>(e.problem());
        }
    }
}
