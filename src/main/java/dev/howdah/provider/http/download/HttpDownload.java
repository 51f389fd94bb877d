package dev.howdah.provider.http.download;

import dev.howdah.core.ProblemException;
import dev.howdah.core.file.Checksum;
import dev.howdah.provider.http.HttpProblems;
import dev.howdah.provider.http.HttpWire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a file by a link that carries its own permission; no token of ours goes there. */
public final class HttpDownload {
    private static final Pattern RANGE =
            Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

    private final HttpWire wire;
    private final HttpProblems problems;

    /**
     * @param provider as people call it
     */
    public HttpDownload(String provider, HttpWire wire) {
        this.wire = wire;
        this.problems = new HttpProblems(provider);
    }

    /**
     * A file while it is read.
     *
     * @param from the first byte of the content; 0 unless the rest was asked for and granted
     * @param totalBytes of the whole file; empty when not told
     * @param version its ETag; empty when there is none
     * @param checksum over the whole file; empty when none is told
     */
    public record File(
            InputStream content,
            long from,
            OptionalLong totalBytes,
            String version,
            Optional<Checksum> checksum) {}

    /**
     * Blocks until the first byte is there. The content ends with an exception when no byte comes
     * for as long as an answer may take.
     *
     * @param link not shown anywhere: whoever has it may read the file
     * @param from the first byte wanted
     * @param sameAs the version of what one has; empty for the whole file
     */
    public File open(URI link, long from, String sameAs) throws ProblemException {
        boolean rest = from > 0 && !sameAs.isEmpty();
        return file(answered(link, from, rest ? sameAs : ""), from, rest);
    }

    /** As above, from its first byte; empty when the answer is that there is no such file. */
    public Optional<File> openIfThere(URI link) throws ProblemException {
        HttpResponse<InputStream> response = answered(link, 0, "");
        if (response.statusCode() == 404) {
            drop(response.body());
            return Optional.empty();
        }
        return Optional.of(file(response, 0, false));
    }

    private static void drop(InputStream content) {
        try {
            content.close();
        } catch (IOException _) {
            // the status says enough
        }
    }

    /**
     * @param sameAs empty for the whole file
     */
    private HttpResponse<InputStream> answered(URI link, long from, String sameAs)
            throws ProblemException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(link).header("Accept-Encoding", "identity").GET();
        if (!sameAs.isEmpty()) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", sameAs);
        }
        return opened(request.build());
    }

    private File file(HttpResponse<InputStream> response, long from, boolean rest)
            throws ProblemException {
        String version = response.headers().firstValue("ETag").orElse("");
        Matcher range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        InputStream guarded = new StallGuard(response.body(), wire.limits().answer());
        if (response.statusCode() == 204) {
            return new File(guarded, 0, OptionalLong.of(0), version, Optional.empty());
        }
        if (response.statusCode() == 200) {
            return new File(
                    guarded,
                    0,
                    response.headers().firstValueAsLong("Content-Length"),
                    version,
                    ToldChecksum.of(response.headers(), false));
        }
        if (rest
                && response.statusCode() == 206
                && range.matches()
                && Long.parseLong(range.group(1)) == from) {
            return new File(
                    guarded,
                    from,
                    range.group(2).equals("*")
                            ? OptionalLong.empty()
                            : OptionalLong.of(Long.parseLong(range.group(2))),
                    version,
                    ToldChecksum.of(response.headers(), true));
        }
        throw refused(response.statusCode(), guarded);
    }

    private ProblemException refused(int status, InputStream content) {
        byte[] said = new byte[0];
        try (content) {
            said = content.readNBytes(4_000);
        } catch (IOException _) {
            // the status says enough
        }
        return new ProblemException(problems.refused("GET download", status, said, "", List.of()));
    }

    private HttpResponse<InputStream> opened(HttpRequest request) throws ProblemException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                wire.shared().sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(wire.limits().answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProblemException(
                    problems.timedOut("GET download", wire.limits().answer()), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    problems.timedOut("GET download", wire.limits().answer()), e);
        } catch (ExecutionException e) {
            // without the cause, whose message could hold the link
            throw new ProblemException(
                    problems.broken("GET download", new IOException("the link broke")));
        }
    }
}
