package dev.howdah.ui.users.newuser;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.JointChange;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUserPlan;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.users.places.NewUserSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What making users would send and what it leaves open, on one server or on several: planned anew
 * in the background whenever something about the users changes.
 */
public final class NewUserPlanning {
    private static final Texts TEXTS = Texts.of(NewUserPlanning.class);

    /** How far the plan is. */
    public sealed interface State {
        /** Nothing can be planned yet; the sentence says what is missing. */
        record Incomplete(String sentence) implements State {}

        /** Being planned; what was planned before is out of date. */
        record Reading() implements State {}

        /** Nothing can be made. */
        record Refused(Problem problem) implements State {}

        /** The provider would make the user, by its API. */
        record ByProvider(Change change) implements State {}

        /** What would be done; the first server is the one in front. */
        record Ready(List<ServerPlan> servers) implements State {
            public Ready {
                servers = List.copyOf(servers);
            }
        }
    }

    /**
     * What would be done on one server.
     *
     * @param plans empty when there is a problem
     * @param problem why nothing can be done there
     */
    record ServerPlan(NewUserSource source, List<NewUserPlan> plans, Optional<Problem> problem) {
        ServerPlan {
            plans = List.copyOf(plans);
        }
    }

    /** What is to be planned; the users are made in the background, because hashing takes time. */
    private record Wish(
            List<NewUserSource> servers, Function<NewUserSource, List<NewUser>> users) {}

    private final Latest<Wish> latest;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Incomplete(""));
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> sql = new ReadOnlyObjectWrapper<>("");

    NewUserPlanning(Executor background, Executor uiThread) {
        latest = new Latest<>(background, uiThread, this::plan, e -> refuse(e.problem()));
    }

    public void incomplete(String sentence) {
        latest.forget();
        notices.set(List.of());
        sql.set("");
        state.set(new State.Incomplete(sentence));
    }

    /**
     * @param servers the one in front first
     * @param users those wanted on a server; called in the background
     */
    void plan(List<NewUserSource> servers, Function<NewUserSource, List<NewUser>> users) {
        state.set(new State.Reading());
        latest.ask(new Wish(servers, users));
    }

    /**
     * The provider makes the user, and says itself what that means.
     *
     * @param provider as people call it
     */
    void provided(Change change, String provider) {
        latest.forget();
        List<Notice> remarks = new ArrayList<>();
        change.warnings().forEach(text -> remarks.add(Notice.of(Notice.Level.INFO, text)));
        remarks.add(Notice.of(Notice.Level.WARNING, TEXTS.text("plan.passwordTravels", provider)));
        notices.set(List.copyOf(remarks));
        sql.set(change.preview());
        state.set(new State.ByProvider(change));
    }

    private Runnable plan(Wish wish) throws ProblemException {
        List<ServerPlan> plans = new ArrayList<>();
        for (NewUserSource server : wish.servers()) {
            try {
                plans.add(
                        new ServerPlan(
                                server,
                                server.plans(wish.users().apply(server)),
                                Optional.empty()));
            } catch (ProblemException e) {
                if (wish.servers().size() == 1) {
                    throw e;
                }
                plans.add(new ServerPlan(server, List.of(), Optional.of(e.problem())));
            }
        }
        List<Notice> remarks = NewUserNotices.of(plans);
        Optional<Change> change = change(plans);
        return () -> {
            notices.set(remarks);
            sql.set(change.map(Change::preview).orElse(""));
            state.set(new State.Ready(plans));
        };
    }

    /** Nothing can be made, and why. */
    void refuse(Problem problem) {
        latest.forget();
        notices.set(List.of());
        sql.set("");
        state.set(new State.Refused(problem));
    }

    /** What carries out exactly what is shown; empty while nothing can be made. */
    public Optional<Change> change() {
        return switch (state.get()) {
            case State.Ready(List<ServerPlan> servers) -> change(servers);
            case State.ByProvider(Change change) -> Optional.of(change);
            case State.Incomplete _, State.Reading _, State.Refused _ -> Optional.empty();
        };
    }

    private static Optional<Change> change(List<ServerPlan> servers) {
        List<Change> changes =
                servers.stream()
                        .filter(each -> each.problem().isEmpty())
                        .map(each -> each.source().change(each.plans()))
                        .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        JointChange.of(
                                TEXTS.text(
                                        "plan.joint", changes.getFirst().title(), changes.size()),
                                changes));
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What stays open and what to know; of the last plan. */
    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** The exact statements of the last plan, without verifiers, or the provider's request. */
    ReadOnlyObjectProperty<String> sql() {
        return sql.getReadOnlyProperty();
    }
}
