package dev.howdah.provider.http;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.SentRequests;
import dev.howdah.provider.http.HttpSending.Attempt;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends JSON to one base URL of a provider and reads JSON back. What may be repeated is repeated a
 * few times; what may not is sent once, and when no answer tells what became of it, that is said.
 */
public final class JsonHttp {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_429 = Duration.ofSeconds(5);

    private final URI base;
    private final Authorization authorization;
    private final HttpWire wire;
    private final HttpProblems problems;
    private final HttpSending sending;
    private final Pace pace;
    private final Circuit circuit;

    /**
     * @param pace shared by all that send to the same account
     */
    public JsonHttp(
            String provider, URI base, Authorization authorization, HttpWire wire, Pace pace) {
        this.base = base;
        this.authorization = authorization;
        this.wire = wire;
        this.problems = new HttpProblems(provider);
        this.sending = new HttpSending(base, wire, problems);
        this.pace = pace;
        this.circuit = new Circuit(wire.clock());
    }

    public URI base() {
        return base;
    }

    public HttpProblems problems() {
        return problems;
    }

    /**
     * Blocks until there is an answer: a status of 2xx, or one that the call takes for one.
     *
     * @throws ProblemException BAD_INPUT when the base URL is none that a token may go to, in which
     *     case nothing is sent; UNKNOWN_OUTCOME when a request that may not be repeated may have
     *     been received; every other kind means that it was not, or was refused
     */
    public HttpAnswer send(HttpCall call) throws ProblemException {
        if (!SafeAddress.is(base)) {
            throw new ProblemException(problems.unsafe(base));
        }
        boolean renewed = false;
        int tries = 0;
        while (true) {
            Optional<Secret> header = authorization.header();
            SentRequests.sent(shown(call, header.isPresent()));
            waitForPlace(call);
            Attempt attempt = attempt(call, header);
            tries++;
            if (!renewed
                    && header.isPresent()
                    && attempt instanceof Attempt.Answered(int status, _, _)
                    && status == 401) {
                // refused before it was looked at, so also a write may go again
                renewed = true;
                tries--;
                if (authorization.renewed(header.get())) {
                    continue;
                }
            }
            Outcome outcome = judged(call, attempt, header);
            if (outcome.answer().isPresent()) {
                return outcome.answer().get();
            }
            if (!outcome.again() || tries >= wire.limits().tries()) {
                throw new ProblemException(outcome.problem());
            }
            if (!(attempt instanceof Attempt.Answered(int status, _, _) && status == 429)) {
                // that one is told how long to wait, and waits for its place
                pause(call, backOff(tries));
            }
        }
    }

    /** An answer, or a problem and whether it is worth and safe to ask again. */
    private record Outcome(Optional<HttpAnswer> answer, Problem problem, boolean again) {}

    private Outcome judged(HttpCall call, Attempt attempt, Optional<Secret> header)
            throws ProblemException {
        List<Secret> known = Stream.concat(header.stream(), call.secrets().stream()).toList();
        return switch (attempt) {
            case Attempt.Lost(boolean sent, Problem problem) -> {
                if (sent && !call.repeatable()) {
                    throw problems.unknown(problem.sentence() + " " + problem.detail());
                }
                yield new Outcome(Optional.empty(), problem, true);
            }
            case Attempt.Answered(int status, HttpHeaders headers, CappedBody.Body body)
                    when status / 100 == 2 || call.alsoTaken().contains(status) -> {
                Optional<Json> json =
                        body.complete() ? Json.parse(body.bytes()) : Optional.<Json>empty();
                boolean unreadable = json.isEmpty() && status == 200 && call.repeatable();
                yield unreadable
                        ? new Outcome(
                                Optional.empty(),
                                problems.unreadable(call.asked(), status, body.bytes(), known),
                                true)
                        : new Outcome(
                                Optional.of(
                                        new HttpAnswer(
                                                status,
                                                json.orElseGet(Json::missing),
                                                headers.firstValue("Location"))),
                                problems.shut(Duration.ZERO),
                                false);
            }
            case Attempt.Answered(int status, HttpHeaders headers, CappedBody.Body body) -> {
                Problem problem =
                        problems.refused(
                                call.asked(),
                                status,
                                body.bytes(),
                                headers.firstValue("X-Request-Id").orElse(""),
                                known);
                if (status == 429) {
                    pace.pause(
                            RetryAfter.of(headers, wire.clock().instant()).orElse(PAUSE_AFTER_429));
                }
                if (status >= 500 && !call.repeatable()) {
                    throw problems.unknown(problem.detail());
                }
                if (status == 503) {
                    RetryAfter.of(headers, wire.clock().instant()).ifPresent(pace::pause);
                }
                yield new Outcome(
                        Optional.empty(),
                        problem,
                        call.repeatable() && (status == 429 || status >= 500));
            }
        };
    }

    private void waitForPlace(HttpCall call) throws ProblemException {
        Duration rest = pace.place();
        while (!rest.isZero()) {
            if (rest.compareTo(wire.limits().maxWait()) > 0) {
                throw new ProblemException(problems.tooMany(rest));
            }
            pause(call, rest);
            rest = pace.place();
        }
        Duration shut = circuit.shut();
        if (!shut.isZero()) {
            throw new ProblemException(problems.shut(shut));
        }
    }

    private Attempt attempt(HttpCall call, Optional<Secret> header) {
        boolean answered = false;
        try {
            Attempt attempt = sending.once(call, header);
            answered = attempt instanceof Attempt.Answered(int status, _, _) && status < 500;
            return attempt;
        } finally {
            if (answered) {
                circuit.worked();
            } else if (Thread.currentThread().isInterrupted()) {
                circuit.abandoned();
            } else {
                circuit.failed();
            }
        }
    }

    /** For people: every value of a body of a read stays here, for none is worth a secret. */
    private String shown(HttpCall call, boolean authorized) {
        List<String> fields =
                call.body().map(json -> List.copyOf(json.fields().keySet())).orElse(List.of());
        String preview = call.preview(base, fields);
        int end = preview.indexOf('\n');
        String line = end < 0 ? preview : preview.substring(0, end);
        return line
                + (authorized ? "\nAuthorization: •••" : "")
                + (end < 0 ? "" : "\n\n" + preview.substring(end + 1));
    }

    /** Half a second, one, two; each shortened by chance. */
    private Duration backOff(int tries) {
        return wire.shortened(FIRST_PAUSE.multipliedBy(1L << Math.min(6, tries - 1)));
    }

    private void pause(HttpCall call, Duration duration) throws ProblemException {
        try {
            wire.sleeper().sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(problems.timedOut(call.asked(), duration), e);
        }
    }
}
