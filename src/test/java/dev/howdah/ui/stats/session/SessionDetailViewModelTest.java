package dev.howdah.ui.stats.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.ActivitySnapshot.Statement;
import dev.howdah.pg.activity.SessionTextQuery;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.pg.activity.StatementText;
import dev.howdah.ui.stats.session.SessionDetailViewModel.Neighbour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One session looked at closely, without a screen. */
final class SessionDetailViewModelTest {
    private final List<SessionTextQuery> asked = new ArrayList<>();
    private final List<Consumer<Answer<Optional<StatementText>>>> waiting = new ArrayList<>();
    private final SessionDetailViewModel model =
            new SessionDetailViewModel((query, answer) -> {
                asked.add(query);
                waiting.add(answer);
            });

    private void look(SessionRow row, SessionRow... others) {
        List<SessionRow> all = new ArrayList<>(List.of(others));
        all.add(row);
        model.look(List.of(row), all);
    }

    private static SessionRow saying(int pid, StatementText text) {
        SessionRow row = SomeSession.active(pid).row();
        return new SessionRow(
                row.key(),
                row.backendType(),
                row.leader(),
                row.client(),
                row.state(),
                row.waitsOn(),
                row.blockedBy(),
                row.ages(),
                row.hasXid(),
                new Statement(
                        row.statement().startedAt(),
                        row.statement().stateSince(),
                        OptionalLong.of(-42),
                        text));
    }

    private static Answer<Optional<StatementText>> got(Optional<StatementText> text) {
        return new Answer.Got<>(text, SomeSituations.NOW);
    }

    @Test
    void asksForTheRestOfALongStatementOnce() {
        SessionRow row = saying(1, new StatementText("SELECT lo", true, false));

        look(row);
        look(row);

        assertEquals(List.of(new SessionTextQuery(1, SomeSession.START)), asked);
        assertEquals("SELECT lo", model.text().get());
        assertEquals("Reading the rest of the statement…", model.note().get());

        waiting.getFirst()
                .accept(got(Optional.of(new StatementText("SELECT longer", false, true))));

        assertEquals("SELECT longer", model.text().get());
        assertEquals(
                "The server keeps no more of this statement (track_activity_query_size).",
                model.note().get());
    }

    @Test
    void asksNothingForAShortOne() {
        look(saying(1, new StatementText("SELECT 1", false, false)));

        assertEquals(List.of(), asked);
        assertEquals("SELECT 1", model.text().get());
        assertEquals("", model.note().get());
    }

    @Test
    void anAnswerForSomebodyElseIsNotShown() {
        look(saying(1, new StatementText("SELECT lo", true, false)));
        look(saying(2, new StatementText("SELECT 2", false, false)));

        waiting.getFirst()
                .accept(got(Optional.of(new StatementText("SELECT longer", false, false))));

        assertEquals("SELECT 2", model.text().get());
    }

    @Test
    void saysWhenTheSessionEndedOrTheTextCouldNotBeRead() {
        look(saying(1, new StatementText("SELECT lo", true, false)));
        waiting.getFirst().accept(got(Optional.empty()));

        assertEquals("SELECT lo", model.text().get());
        assertEquals("The session has ended.", model.note().get());

        look(saying(2, new StatementText("SELECT lo", true, false)));
        waiting.getLast()
                .accept(
                        new Answer.Failed<>(
                                Problem.of(Problem.Kind.TIMED_OUT, "The server is slow.", "")));

        assertEquals("Only the beginning is shown. The server is slow.", model.note().get());
    }

    @Test
    void aTextOfMillionsOfCharactersIsCutToWhatAWindowCanShow() {
        look(saying(1, new StatementText("x".repeat(4 << 20), false, false)));

        assertTrue(model.text().get().lines().allMatch(line -> line.length() <= 20_000));
        assertTrue(model.text().get().length() < 250_000);
    }

    @Test
    void namesThoseBeforeAndBehindIt() {
        look(
                SomeSession.blocked(2, 1, 0, 77).since(Duration.ofSeconds(20)).row(),
                SomeSession.idleInTransaction(1).since(Duration.ofMinutes(14)).row(),
                SomeSession.blocked(3, 2).since(Duration.ofSeconds(5)).row());

        assertEquals(
                List.of(
                        new Neighbour(1, "1 order-service, idle in txn for 14 min"),
                        new Neighbour(0, "A prepared transaction: see Locks"),
                        new Neighbour(77, "77, not in the list")),
                model.blockedBy());
        assertEquals(List.of(new Neighbour(3, "3 order-service, blocked for 5 s")), model.blocks());
    }

    @Test
    void listsTheFactsThatApply() {
        look(SomeSession.idle(1).since(Duration.ofMinutes(3)).from("shop", "").row());

        assertEquals(
                List.of(
                        "Waits on: Client: ClientRead",
                        "In this state: 3 min",
                        "Statement began: 3 min",
                        "Connected: 5 h",
                        "User: orders",
                        "Application: order-service",
                        "Database: shop",
                        "Client: local",
                        "Process: client backend"),
                model.facts().stream().map(fact -> fact.label() + ": " + fact.value()).toList());
    }
}
