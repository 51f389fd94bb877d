package dev.howdah.provider.http;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.core.Version;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends a request once, and tells what became of it: answered, or lost on which side. */
final class HttpSending {
    private static final String AGENT = "howdah/" + Version.current();

    private final URI base;
    private final HttpWire wire;
    private final HttpProblems problems;

    HttpSending(URI base, HttpWire wire, HttpProblems problems) {
        this.base = base;
        this.wire = wire;
        this.problems = problems;
    }

    /** What became of one attempt. */
    sealed interface Attempt {
        record Answered(int status, HttpHeaders headers, CappedBody.Body body) implements Attempt {}

        /** No answer; {@code sent} when the request may have been received. */
        record Lost(boolean sent, Problem problem) implements Attempt {}
    }

    /** Blocks until there is an answer or none is to come. */
    Attempt once(HttpCall call, Optional<Secret> header) {
        // a connection of its own for a write: one that the other side has closed meanwhile would
        // look like a lost reply
        HttpClient client = call.repeatable() ? wire.shared() : wire.newClient();
        try {
            Heard heard = new Heard();
            return attempt(
                    call,
                    heard,
                    client.sendAsync(
                            request(call, header),
                            info -> heard.begin(info, wire.limits().maxBodyBytes())));
        } finally {
            if (client != wire.shared()) {
                client.shutdownNow();
            }
        }
    }

    private Attempt attempt(
            HttpCall call, Heard heard, CompletableFuture<HttpResponse<CappedBody.Body>> answer) {
        Duration limit = wire.limits().answer();
        try {
            HttpResponse<CappedBody.Body> response =
                    answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Attempt.Answered(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException _) {
            answer.cancel(true);
            return heard.answer(call, problems.timedOut(call.asked(), limit));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return heard.answer(call, problems.broken(call.asked(), e));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Problem problem = problems.broken(call.asked(), cause);
            return HttpProblems.unsent(cause).isPresent()
                    ? new Attempt.Lost(false, problem)
                    : heard.answer(call, problem);
        }
    }

    /** What has come so far of an answer. */
    private static final class Heard {
        private HttpResponse.@Nullable ResponseInfo info;
        private @Nullable CappedBody body;

        synchronized CappedBody begin(HttpResponse.ResponseInfo newInfo, int maxBytes) {
            info = newInfo;
            body = new CappedBody(maxBytes);
            return body;
        }

        /**
         * For an answer that broke off. A status that came tells what became of a write, and of
         * anything that was refused; a read needs its body.
         */
        synchronized Attempt answer(HttpCall call, Problem problem) {
            return info != null && body != null && (!call.repeatable() || info.statusCode() >= 400)
                    ? new Attempt.Answered(info.statusCode(), info.headers(), body.soFar())
                    : new Attempt.Lost(true, problem);
        }
    }

    private HttpRequest request(HttpCall call, Optional<Secret> header) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.uri(base))
                        .header("Accept", "application/json")
                        .header("Accept-Encoding", "identity")
                        .header("User-Agent", AGENT)
                        .method(
                                call.method(),
                                call.body()
                                        .map(json ->
                                                HttpRequest.BodyPublishers.ofString(
                                                        json.toString()))
                                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        if (call.body().isPresent()) {
            request.header("Content-Type", "application/json");
        }
        header.ifPresent(secret -> request.header("Authorization", secret.reveal()));
        return request.build();
    }
}
