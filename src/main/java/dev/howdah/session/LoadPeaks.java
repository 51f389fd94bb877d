package dev.howdah.session;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.history.DailyPeaks;
import dev.howdah.history.DayPeaks;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.sizes.SizesSnapshot;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.service.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an open server needed at most on the days on which the console looked, kept over restarts.
 * It hears what panels ask and asks nothing itself. UI thread.
 */
public final class LoadPeaks {
    private static final Logger LOG = LoggerFactory.getLogger(LoadPeaks.class);

    /** Between two writes; what rises after the last one before the end is lost. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final DailyPeaks store;
    private final UUID server;
    private final Executor background;
    private final Executor uiThread;
    private final Clock clock;
    private List<DayPeaks> kept = List.of();
    private DayPeaks today;
    private DayPeaks written;
    private Instant writtenAt = Instant.MIN;

    /**
     * Of one open server; hears until its session is closed.
     *
     * @param background for the disk
     */
    public LoadPeaks(
            Session session,
            DailyPeaks store,
            Executor background,
            Executor uiThread,
            Clock clock) {
        this.store = store;
        this.server = session.profile().id();
        this.background = background;
        this.uiThread = uiThread;
        this.clock = clock;
        this.today = DayPeaks.none(day());
        this.written = today;
        session.fast().subscribe(new VitalsQuery(), VitalsHistory.PAUSE, this::takeVitals);
        session.slow().subscribe(new SizesQuery(), PAUSE, this::takeSizes);
        session.hosting().loop().subscribe(ProviderQuestion.METRICS, PAUSE, this::takeMetrics);
        background.execute(this::load);
    }

    /**
     * A figure of the kept days.
     *
     * @param highest of them all
     * @param since the first day on which it was measured
     */
    public record Highest(long highest, LocalDate since) {}

    /** The highest of one figure; empty when it was never measured. */
    public Optional<Highest> highest(Function<DayPeaks, OptionalLong> figure) {
        List<DayPeaks> measured =
                Stream.concat(kept.stream(), Stream.of(today))
                        .filter(each -> figure.apply(each).isPresent())
                        .toList();
        return measured.stream()
                .flatMapToLong(each -> figure.apply(each).stream())
                .boxed()
                .max(Long::compare)
                .map(highest -> new Highest(highest, measured.getFirst().day()));
    }

    private void takeVitals(Reading<VitalsSnapshot> reading) {
        if (reading instanceof Reading.Fresh<VitalsSnapshot>(VitalsSnapshot now, var _)) {
            OptionalLong no = OptionalLong.empty();
            seen(new DayPeaks(day(), OptionalLong.of(now.sessions()), no, no, no));
        }
    }

    /** A sum without one that could not be measured would be too small. */
    private void takeSizes(Reading<SizesSnapshot> reading) {
        if (reading instanceof Reading.Fresh<SizesSnapshot>(SizesSnapshot now, var _)
                && now.unmeasured() == 0) {
            OptionalLong no = OptionalLong.empty();
            seen(new DayPeaks(day(), no, no, OptionalLong.of(now.totalBytes()), no));
        }
    }

    private void takeMetrics(Reading<List<Metric>> reading) {
        if (reading instanceof Reading.Fresh<List<Metric>>(List<Metric> now, var _)) {
            seen(
                    new DayPeaks(
                            day(),
                            OptionalLong.empty(),
                            most(now, Metric.Kind.DISK),
                            OptionalLong.empty(),
                            most(now, Metric.Kind.MEMORY)));
        }
    }

    /** Of the node that needs most. The provider's own highest is of days it does not tell. */
    private static OptionalLong most(List<Metric> metrics, Metric.Kind kind) {
        return metrics.stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(each -> (long) each.current())
                .max();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void seen(DayPeaks now) {
        today = now.day().equals(today.day()) ? today.max(now) : now;
        if (!today.equals(written) && !clock.instant().isBefore(nextWrite())) {
            DayPeaks next = today;
            written = next;
            writtenAt = clock.instant();
            background.execute(() -> write(next));
        }
    }

    private Instant nextWrite() {
        return writtenAt.equals(Instant.MIN) ? Instant.MIN : writtenAt.plus(PAUSE);
    }

    private void load() {
        try {
            List<DayPeaks> found = store.of(server);
            uiThread.execute(() -> kept = found);
        } catch (ProblemException e) {
            LOG.warn("The peaks of earlier days can't be read", e);
        }
    }

    private void write(DayPeaks next) {
        try {
            List<DayPeaks> now = store.add(server, next);
            uiThread.execute(() -> kept = now);
        } catch (ProblemException e) {
            LOG.warn("The peaks of today can't be kept", e);
        }
    }
}
