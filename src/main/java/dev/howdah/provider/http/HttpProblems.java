package dev.howdah.provider.http;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Turns what goes wrong between a provider and us into problems, once, at the edge. */
public final class HttpProblems {
    /** In a sentence; the rest is in the detail. */
    private static final int SAID_CHARACTERS = 200;

    private static final Texts TEXTS = Texts.of(HttpProblems.class);

    private final String provider;

    /**
     * @param provider as people call it
     */
    public HttpProblems(String provider) {
        this.provider = provider;
    }

    /**
     * A status that is no success, for a request that either changes nothing or was refused.
     *
     * @param asked method and path, without a secret
     * @param known secrets that must not appear, wherever the provider got them from
     */
    public Problem refused(
            String asked, int status, byte[] body, String requestId, Collection<Secret> known) {
        String said = ForeignText.shown(ForeignText.said(body), known, SAID_CHARACTERS);
        String key = "http." + key(status);
        String sentence =
                said.isEmpty() || status == 401 || status == 429 || status >= 500
                        ? TEXTS.text(key, provider)
                        : TEXTS.text("http.said", TEXTS.text(key, provider), said);
        return new Problem(
                kind(status),
                sentence,
                TEXTS.text(key + ".remedy", provider),
                detail(asked, status, body, requestId, known));
    }

    private static String detail(
            String asked, int status, byte[] body, String requestId, Collection<Secret> known) {
        String text = new String(body, StandardCharsets.UTF_8);
        return asked
                + " "
                + status
                + (requestId.isEmpty() ? "" : " " + ForeignText.shown(requestId, known, 100))
                + ": "
                + ForeignText.shown(text, known, Problem.MAX_DETAIL);
    }

    private static String key(int status) {
        return switch (status) {
            case 400, 422 -> "bad";
            case 401 -> "login";
            case 402 -> "payment";
            case 403 -> "forbidden";
            case 404, 410 -> "gone";
            case 409 -> "conflict";
            case 429 -> "tooMany";
            default -> status >= 500 ? "server" : "other";
        };
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 400, 404, 410, 422 -> Kind.BAD_INPUT;
            case 401 -> Kind.LOGIN_REFUSED;
            case 402, 403 -> Kind.NOT_PERMITTED;
            case 409 -> Kind.LOCKED;
            default -> Kind.FAILED;
        };
    }

    /** The address is none that a token may go to. */
    Problem unsafe(URI base) {
        String shown = ForeignText.shown(withoutUser(base), List.of(), SAID_CHARACTERS);
        return Problem.of(
                Kind.BAD_INPUT,
                TEXTS.text("http.unsafe", provider, shown),
                TEXTS.text("http.unsafe.remedy", provider));
    }

    /** What stands before the host could be a password. */
    private static String withoutUser(URI base) {
        return base.getScheme() + "://" + Optional.ofNullable(base.getHost()).orElse("");
    }

    /** The provider takes no more requests for a while. */
    Problem tooMany(Duration rest) {
        return Problem.of(
                Kind.FAILED,
                TEXTS.text("http.pause", provider, Quantities.duration(rest)),
                TEXTS.text("http.pause.remedy"));
    }

    /** It has failed so often that nothing is sent for a while. */
    Problem shut(Duration rest) {
        return Problem.of(
                Kind.UNREACHABLE,
                TEXTS.text("http.shut", provider, Quantities.duration(rest)),
                TEXTS.text("http.shut.remedy"));
    }

    /** An answer that is no JSON, or broke off. */
    Problem unreadable(String asked, int status, byte[] body, Collection<Secret> known) {
        return problem(Kind.FAILED, "http.unreadable")
                .withDetail(detail(asked, status, body, "", known));
    }

    /** No answer in time. */
    public Problem timedOut(String asked, Duration limit) {
        return new Problem(
                Kind.TIMED_OUT,
                TEXTS.text("http.timedOut", provider, Quantities.duration(limit)),
                TEXTS.text("http.timedOut.remedy"),
                asked);
    }

    /** The request may have been received, and no answer tells. */
    public ProblemException unknown(String detail) {
        return new ProblemException(
                problem(Kind.UNKNOWN_OUTCOME, "http.unknown").withDetail(detail));
    }

    /** The link failed. */
    public Problem broken(String asked, Throwable failure) {
        Optional<Throwable> before = unsent(failure);
        String key =
                before.isEmpty()
                        ? "http.broken"
                        : before.get() instanceof SSLHandshakeException
                                ? "http.tls"
                                : "http.unreachable";
        // the message of the JDK may hold the address, and nothing of the request
        return problem(Kind.UNREACHABLE, key).withDetail(asked + ": " + failure);
    }

    private Problem problem(Kind kind, String key) {
        return Problem.of(kind, TEXTS.text(key, provider), TEXTS.text(key + ".remedy", provider));
    }

    /** The failure, in the chain of causes, that shows that nothing was sent. */
    static Optional<Throwable> unsent(Throwable failure) {
        @Nullable Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (each instanceof ConnectException
                    || each instanceof HttpConnectTimeoutException
                    || each instanceof UnresolvedAddressException
                    || each instanceof UnknownHostException
                    || each instanceof SSLHandshakeException) {
                return Optional.of(each);
            }
            each = each.getCause();
        }
        return Optional.empty();
    }

    /** For a stranger's text outside an error: labels, messages, names of events. */
    public static String plain(String text, int maxCharacters) {
        return ForeignText.shown(text, List.of(), maxCharacters);
    }
}
