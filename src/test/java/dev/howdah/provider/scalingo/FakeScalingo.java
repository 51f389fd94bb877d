package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.http.LoopbackServer;
import dev.howdah.provider.http.LoopbackServer.Asked;
import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scalingo's three services on one port: accounts, apps, databases. It keeps state, works for a
 * while on what it is asked, and misbehaves on demand. Shapes are those of its official client;
 * with {@link #documented} those of its documentation where the two disagree.
 */
final class FakeScalingo implements AutoCloseable {
    static final String API_TOKEN = "tk-us-1234567890abcdef";
    static final Duration TOKEN_LIFE = Duration.ofHours(1);
    static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LINES = Pattern.compile("\\bn=([0-9]{1,9})");
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,9})-");

    final InstantSource time;
    final List<FakeDatabase> databases = new ArrayList<>();
    boolean documented;
    boolean databaseApiMerged;

    /** Behind every token that is given out. */
    String tokenEnding = "";

    private final LoopbackServer server;
    private final Map<String, Instant> tokens = new HashMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private Function<Asked, Trouble> weather = _ -> Trouble.NONE;
    private int tokenNumber;

    /** How one request fares. */
    enum Trouble {
        NONE,
        /** Every token is void from now on. */
        TOKENS_VOID,
        TOO_MANY,
        /** Refused with a page of markup; nothing is done. */
        UPSTREAM_DOWN,
        /** Done, and answered with a failure. */
        DONE_THEN_500,
        /** Done, and the connection closed without an answer. */
        REPLY_LOST,
        /** Not done, and the connection closed without an answer. */
        REQUEST_LOST,
        /** Done, and the answer cut in the middle. */
        CUT,
        /** Done, half of the answer sent, and then silence. */
        STALLED,
        /** Done, and the answer is no JSON. */
        GARBLED,
        /** Done, and no answer before anybody's patience ends. */
        SILENT
    }

    FakeScalingo(InstantSource time) throws IOException {
        this.time = time;
        server = new LoopbackServer(this::reply);
    }

    ScalingoHosts hosts() {
        return new ScalingoHosts(server.base(), ScalingoHosts.Databases.AS_REGION_SAYS);
    }

    /** The next requests fare like this, one each. */
    synchronized void next(Trouble... coming) {
        troubles.addAll(List.of(coming));
    }

    /** How every request fares for which nothing else was said. */
    synchronized void weather(Function<Asked, Trouble> how) {
        weather = how;
        troubles.clear();
    }

    synchronized FakeDatabase add(FakeDatabase database) {
        databases.add(database);
        server.forget();
        return database;
    }

    /** Lets happen what is due; whether nothing is under way then. */
    synchronized boolean isIdle() {
        databases.forEach(each -> each.settle(time.instant()));
        return databases.stream().allMatch(FakeDatabase::idle);
    }

    List<Asked> asked() {
        return server.asked();
    }

    /** Those that could change something, tokens left out; "METHOD path". */
    List<String> writes() {
        return asked().stream()
                .filter(each -> isWrite(each))
                .map(each -> each.method() + " " + each.uri().getPath())
                .toList();
    }

    static boolean isWrite(Asked asked) {
        String path = asked.uri().getPath();
        return !asked.method().equals("GET")
                && !path.endsWith("/token")
                && !path.endsWith("/exchange")
                && !(path.endsWith("/action") && asked.body().contains("list"));
    }

    private synchronized Reply reply(Asked asked) {
        databases.forEach(each -> each.settle(time.instant()));
        Trouble trouble = troubles.isEmpty() ? weather.apply(asked) : troubles.removeFirst();
        switch (trouble) {
            case TOKENS_VOID -> tokens.clear();
            case TOO_MANY -> {
                return Reply.text(429, "Retry later", Map.of("Retry-After", "3"));
            }
            case UPSTREAM_DOWN -> {
                return Reply.text(
                        503,
                        "<html><script>alert(1)</script><h1>503 upstream</h1></html>",
                        Map.of("Content-Type", "text/html"));
            }
            case REQUEST_LOST -> {
                return Reply.text(500, "", Map.of()).by(Delivery.NOTHING);
            }
            case NONE, DONE_THEN_500, REPLY_LOST, CUT, STALLED, GARBLED, SILENT -> {
                // the request is handled first
            }
        }
        Reply reply = handled(asked);
        return switch (trouble) {
            case DONE_THEN_500 ->
                    Reply.json(500, "{\"error\":\"Internal error occured, we're on it!\"}");
            case REPLY_LOST -> reply.by(Delivery.NOTHING);
            case CUT -> reply.by(Delivery.CUT);
            case STALLED -> reply.by(Delivery.STALLED);
            case GARBLED -> Reply.text(reply.status(), "{\"databa", Map.of());
            case SILENT -> reply.by(Delivery.SILENT);
            default -> reply;
        };
    }

    /** What a server refuses is answered with its reason. */
    private Reply handled(Asked asked) {
        try {
            return answered(asked);
        } catch (ProblemException e) {
            return json(400, Map.of("error", e.problem().sentence()));
        }
    }

    private Reply answered(Asked asked) throws ProblemException {
        String path = asked.uri().getPath();
        if (path.equals("/v1/tokens/exchange")) {
            return exchange(asked);
        }
        if (path.startsWith("/files/")) {
            return file(asked, path.split("/", -1));
        }
        if (!isKnown(asked.header("Authorization"))) {
            return Reply.json(401, "{\"error\":\"not authenticated\"}");
        }
        if (path.equals("/v1/regions")) {
            return json(200, Map.of("regions", List.of(region())));
        }
        return new FakeScalingoCalls(this, asked).reply();
    }

    /** What a link leads to, which needs no token but the one in it. */
    private Reply file(Asked asked, String[] path) throws ProblemException {
        Optional<FakeDatabase> database =
                databases.stream().filter(each -> each.addon.equals(path[2])).findFirst();
        if (database.isEmpty()) {
            return Reply.text(404, "", Map.of());
        }
        BehindTheFake behind = database.get().behind;
        return switch (path[3]) {
            case "log" -> Reply.text(200, behind.log(lines(asked)), Map.of());
            case "archived-log" -> part(asked, behind.archivedLog());
            default -> part(asked, behind.archive(path[4]));
        };
    }

    private static int lines(Asked asked) {
        Matcher wanted = LINES.matcher(String.valueOf(asked.uri().getQuery()));
        return wanted.find() ? Integer.parseInt(wanted.group(1)) : Integer.MAX_VALUE;
    }

    /** All of it, or the rest that was asked for, as long as it is the same. */
    private static Reply part(Asked asked, byte[] whole) {
        String version = "\"" + Arrays.hashCode(whole) + "\"";
        Matcher range = RANGE.matcher(asked.header("Range"));
        int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        if (from == 0 || from >= whole.length || !asked.header("If-range").equals(version)) {
            return Reply.bytes(200, ByteBuffer.wrap(whole), Map.of("ETag", version));
        }
        return Reply.bytes(
                206,
                ByteBuffer.wrap(whole, from, whole.length - from),
                Map.of(
                        "ETag",
                        version,
                        "Content-Range",
                        "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length));
    }

    private Reply exchange(Asked asked) {
        String expected =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((":" + API_TOKEN).getBytes(StandardCharsets.UTF_8));
        return asked.header("Authorization").equals(expected)
                ? json(200, Map.of("token", token() + tokenEnding))
                : Reply.json(401, "{\"error\":\"unauthorized\"}");
    }

    /** A JWT in form, with its end in it. */
    String token() {
        Instant end = time.instant().plus(TOKEN_LIFE);
        String claims = "{\"exp\":" + end.getEpochSecond() + ",\"n\":" + tokenNumber++ + "}";
        String token =
                "e30."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".c2ln";
        tokens.put("Bearer " + token, end);
        return token;
    }

    private boolean isKnown(String header) {
        Instant end = tokens.get(header);
        return end != null && end.isAfter(time.instant());
    }

    private Map<String, Object> region() {
        Map<String, Object> region = new HashMap<>();
        region.put("name", "osc-fr1");
        region.put("display_name", "Paris - Outscale");
        region.put("api", base());
        region.put("ssh", "ssh.osc-fr1.example:22");
        if (!databaseApiMerged) {
            region.put("database_api", base());
        }
        return region;
    }

    String base() {
        return server.base().toString();
    }

    static Reply json(int status, Object body) {
        return Reply.json(status, JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        server.close();
    }
}
