package dev.howdah.ui.stats.statements;

import dev.howdah.core.Answer;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.extension.StatementsFactsQuery;
import dev.howdah.pg.statements.text.StatementTextsReading;
import dev.howdah.pg.statements.text.StatementTextsSnapshot;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.List;

/**
 * Reads what the Statements panel needs, when it needs it: facts first, statements with the cut
 * that the view-model asks for, texts only when it wishes for some.
 */
final class StatementsReadings {
    private static final Duration FACTS_PAUSE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Session session;
    private final Workbench workbench;
    private final StatementsViewModel model;
    private final StatementTextsReading texts;
    private final Subscription facts;
    private final List<javafx.util.Subscription> listening;
    private Subscription statements;
    private boolean onScreen;
    private boolean ready;

    StatementsReadings(Session session, Workbench workbench, StatementsViewModel model) {
        this.session = session;
        this.workbench = workbench;
        this.model = model;
        this.texts = new StatementTextsReading(session.reader(), session.visits());
        this.facts =
                session.slow().subscribe(new StatementsFactsQuery(), FACTS_PAUSE, model::showFacts);
        this.statements = subscribe(model.cut().get());
        this.listening =
                List.of(
                        model.cut().subscribe((_, cut) -> readWith(cut)),
                        model.view().map(StatementsView::isReady).subscribe(this::ready),
                        model.wish().subscribe(this::readTexts));
    }

    private Subscription subscribe(StatementsCut cut) {
        return session.slow().subscribe(new StatementsQuery(cut), PAUSE, model::show);
    }

    private void readWith(StatementsCut cut) {
        statements.close();
        statements = subscribe(cut);
        look();
    }

    private void ready(boolean isReady) {
        ready = isReady;
        look();
    }

    private void look() {
        if (onScreen && ready) {
            statements.shown();
        } else {
            statements.hidden();
        }
    }

    private void readTexts(TextsWish wish) {
        if (!wish.equals(TextsWish.NONE)) {
            workbench.background().execute(() -> answer(wish));
        }
    }

    private void answer(TextsWish wish) {
        Answer<StatementTextsSnapshot> answer = texts.read(wish.keys(), wish.maxCharacters());
        workbench.uiThread().execute(() -> model.tookTexts(wish, answer));
    }

    void shown() {
        onScreen = true;
        facts.shown();
        look();
    }

    void hidden() {
        onScreen = false;
        facts.hidden();
        look();
    }

    /** Reads at once; also looks again whether what was missing is there now. */
    void askNow() {
        texts.forgetFailures();
        model.forgetFailures();
        if (ready) {
            statements.askNow();
        } else {
            session.retry();
        }
    }

    void close() {
        listening.forEach(javafx.util.Subscription::unsubscribe);
        facts.close();
        statements.close();
    }
}
