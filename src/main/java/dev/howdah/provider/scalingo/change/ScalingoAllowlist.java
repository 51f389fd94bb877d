package dev.howdah.provider.scalingo.change;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.scalingo.read.ScalingoReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the firewall rules of a dedicated database to what is wanted. Scalingo has no call for the
 * whole list, so it takes one for each rule; after every failure the list is read again, and a rule
 * whose fate is not known is not sent a second time.
 */
final class ScalingoAllowlist {
    private static final Texts TEXTS = Texts.of(ScalingoAllowlist.class);

    /** So many refusals are taken before it ends with a part in effect. */
    private static final int REFUSALS = 3;

    private final ScalingoCalls calls;
    private final ScalingoReads reads;
    private final ScalingoAddress service;
    private final List<AllowRule> wanted;

    ScalingoAllowlist(
            ScalingoCalls calls,
            ScalingoReads reads,
            ScalingoAddress service,
            List<AllowRule> wanted) {
        this.calls = calls;
        this.reads = reads;
        this.service = service;
        this.wanted = List.copyOf(wanted);
    }

    /**
     * What Scalingo would refuse anyway. What it has already it has taken, whatever we think of it.
     */
    void check(List<AllowRule> seen) throws ProblemException {
        if (wanted.size() > ScalingoReads.MAX_RULES) {
            throw ScalingoProblems.of(
                    Kind.BAD_INPUT, "tooManyRules", wanted.size(), ScalingoReads.MAX_RULES);
        }
        List<AllowRule> added = missing(seen, wanted);
        for (AllowRule rule : added) {
            switch (rule.origin()) {
                case AllowRule.Range range when range.cidr().v6() ->
                        throw ScalingoProblems.of(Kind.BAD_INPUT, "ipv4Only", range.text());
                case AllowRule.Managed managed when !rule.label().isEmpty() ->
                        throw ScalingoProblems.of(Kind.BAD_INPUT, "labelled", managed.name());
                case AllowRule.Range _, AllowRule.Managed _ -> {
                    if (same(added, rule).size() > 1) {
                        throw ScalingoProblems.of(
                                Kind.BAD_INPUT, "ruleTwice", rule.origin().text());
                    }
                }
            }
        }
    }

    void requireStill(List<AllowRule> seen) throws ProblemException {
        List<AllowRule> now = now();
        if (!missing(now, seen).isEmpty() || !missing(seen, now).isEmpty()) {
            throw ScalingoProblems.of(Kind.LOCKED, "listChanged");
        }
    }

    private List<AllowRule> now() throws ProblemException {
        return reads.rules(Map.of());
    }

    /** Those of the second list that the first lacks. */
    private static List<AllowRule> missing(List<AllowRule> have, List<AllowRule> want) {
        List<AllowRule> left = new ArrayList<>(have);
        List<AllowRule> missing = new ArrayList<>();
        for (AllowRule rule : want) {
            List<AllowRule> same = same(left, rule);
            if (same.isEmpty()) {
                missing.add(rule);
            } else {
                left.remove(same.getFirst());
            }
        }
        return missing;
    }

    /** The name of a managed range is only for people. */
    private static List<AllowRule> same(List<AllowRule> among, AllowRule rule) {
        return among.stream().filter(each -> key(each).equals(key(rule))).toList();
    }

    private static String key(AllowRule rule) {
        return switch (rule.origin()) {
            case AllowRule.Range range -> range.text() + " " + rule.label();
            case AllowRule.Managed managed -> "managed " + managed.id();
        };
    }

    static boolean equal(List<AllowRule> one, List<AllowRule> other) {
        return missing(one, other).isEmpty() && missing(other, one).isEmpty();
    }

    /** Every call, those that let in before those that shut out. */
    String preview(List<AllowRule> seen) {
        return Stream.concat(
                        missing(seen, wanted).stream().map(this::add),
                        missing(wanted, seen).stream().map(this::remove))
                .map(call -> call.preview(calls.databaseBase(), List.of()))
                .collect(Collectors.joining("\n\n"));
    }

    private HttpCall add(AllowRule rule) {
        Json body =
                switch (rule.origin()) {
                    case AllowRule.Range range -> {
                        Json plain =
                                Json.object()
                                        .with("type", "custom_range")
                                        .with("cidr", range.text());
                        yield rule.label().isEmpty() ? plain : plain.with("label", rule.label());
                    }
                    case AllowRule.Managed managed ->
                            Json.object()
                                    .with("type", "managed_range")
                                    .with("range_id", managed.id());
                };
        return HttpCall.post(body, "databases", service.addon(), "firewall_rules");
    }

    private HttpCall remove(AllowRule rule) {
        return HttpCall.delete(
                        "databases", service.addon(), "firewall_rules", rule.id().orElse("new"))
                .alsoTaking(404);
    }

    /**
     * Sends what is missing.
     *
     * @return DONE, or PARTLY when Scalingo refused in the middle
     * @throws ProblemException UNKNOWN_OUTCOME when a rule was sent and its fate is not known;
     *     another kind when nothing is in effect
     */
    Operation applied(Operation written) throws ProblemException {
        int sent = 0;
        for (int refusals = 0; ; refusals++) {
            try {
                sent += round();
                return written.in(State.DONE, TEXTS.text("allowlist.done"), reads.now());
            } catch (RuleRefused e) {
                sent += e.sent;
                boolean worthAgain = e.problem.problem().kind() == Kind.FAILED;
                if (worthAgain && refusals + 1 < REFUSALS) {
                    continue;
                }
                if (sent == 0) {
                    throw e.problem;
                }
                return written.in(
                        State.PARTLY,
                        TEXTS.text("allowlist.partly", sent, e.problem.problem().sentence()),
                        reads.now());
            }
        }
    }

    /** A rule was not taken; nothing is unknown. */
    private static final class RuleRefused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ProblemException problem;
        private final int sent;

        RuleRefused(ProblemException problem, int sent) {
            super(problem);
            this.problem = problem;
            this.sent = sent;
        }
    }

    /** Compares, then sends one call after the other. */
    private int round() throws ProblemException, RuleRefused {
        int sent = 0;
        try {
            List<AllowRule> now = now();
            List<AllowRule> surplus = missing(wanted, now);
            List<AllowRule> missing = missing(now, wanted);
            int room = ScalingoReads.MAX_RULES - now.size();
            List<AllowRule> first =
                    surplus.subList(0, Math.clamp(missing.size() - room, 0, surplus.size()));
            for (AllowRule rule : first) {
                send(remove(rule), rule, false);
                sent++;
            }
            for (AllowRule rule : missing) {
                send(add(rule), rule, true);
                sent++;
            }
            for (AllowRule rule : surplus.subList(first.size(), surplus.size())) {
                send(remove(rule), rule, false);
                sent++;
            }
            return sent;
        } catch (ProblemException e) {
            if (e.problem().kind() == Kind.UNKNOWN_OUTCOME) {
                throw e;
            }
            throw new RuleRefused(e, sent);
        }
    }

    /** A lost reply is no trouble when the list shows what was wanted. */
    private void send(HttpCall call, AllowRule rule, boolean wantedThere) throws ProblemException {
        try {
            calls.database(call);
        } catch (ProblemException e) {
            if (e.problem().kind() != Kind.UNKNOWN_OUTCOME || isThere(rule, e) != wantedThere) {
                throw e;
            }
        }
    }

    private boolean isThere(AllowRule rule, ProblemException lost) throws ProblemException {
        try {
            return !same(now(), rule).isEmpty();
        } catch (ProblemException e) {
            lost.addSuppressed(e);
            throw lost;
        }
    }

    /** For an operation whose end is not known: what the list says. */
    static State judged(List<AllowRule> now, Operation operation) {
        if (equal(now, Allowlist.read(operation.memo().getOrDefault(ScalingoMemo.TO, "")))) {
            return State.DONE;
        }
        return equal(now, Allowlist.read(operation.memo().getOrDefault(ScalingoMemo.FROM, "")))
                ? State.FAILED
                : State.PARTLY;
    }
}
