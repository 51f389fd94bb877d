package dev.howdah.provider.scalingo.change;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.scalingo.read.ScalingoReads;
import dev.howdah.provider.service.RunningQuery;
import java.util.List;
import java.util.Map;

/** What is done to running statements through the API, without a connection to the server. */
public final class ScalingoQueries {
    private static final Texts TEXTS = Texts.of(ScalingoQueries.class);

    private final ScalingoWork work;

    ScalingoQueries(ScalingoWork work) {
        this.work = work;
    }

    public Change endQuery(ChangeTarget target, RunningQuery query, boolean wholeSession)
            throws ProblemException {
        if (query.startedAt().isEmpty()) {
            throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "noStart");
        }
        HttpCall call =
                work.reads()
                        .actionCall(
                                wholeSession ? "pg-terminate-query" : "pg-cancel-query",
                                Json.object().with("pid", query.pid()));
        return work.submissions()
                .change(
                        new Draft(
                                Act.SESSION_END,
                                TEXTS.text(
                                        wholeSession ? "title.terminate" : "title.cancel",
                                        query.pid()),
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                List.of(TEXTS.text("query.race")),
                                Map.of(
                                        Operation.SUBJECT,
                                        Integer.toString(query.pid()),
                                        ScalingoMemo.FROM,
                                        query.startedAt().get().toString())),
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                if (work.reads().runningQueries().stream()
                                        .noneMatch(now ->
                                                now.pid() == query.pid()
                                                        && now.startedAt().equals(query.startedAt())
                                                        && now.query().equals(query.query()))) {
                                    throw ScalingoProblems.of(
                                            Kind.BAD_INPUT, "queryGone", query.pid());
                                }
                                return planned;
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                ScalingoReads.result(work.calls().database(call).body());
                                return work.done(written);
                            }
                        });
    }

    public Change collectStatistics(ChangeTarget target) {
        HttpCall call = work.reads().actionCall("pg-stat-statements-enable", Json.missing());
        return work.submissions()
                .change(
                        new Draft(
                                Act.SWITCH,
                                TEXTS.text("title.statistics"),
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                List.of(),
                                Map.of(Operation.SUBJECT, "pg_stat_statements")),
                        written -> {
                            ScalingoReads.result(work.calls().database(call).body());
                            return work.done(written);
                        })
                .noting(notes -> notes.oneWay(TEXTS.text("statistics.noWayBack")));
    }
}
