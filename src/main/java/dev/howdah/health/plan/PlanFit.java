package dev.howdah.health.plan;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.plan.PlanLoad.Peak;
import dev.howdah.health.vitals.ConnectionsNearLimit;
import dev.howdah.provider.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether what was measured fits into one limit of a plan. A quantity that was not measured, or a
 * limit that the provider does not tell, gives UNKNOWN and never FITS.
 *
 * @param sentence names the figure and the limit
 * @param since from when on the figure was looked for; empty when it is a present one
 */
public record PlanFit(Subject subject, Fit fit, String sentence, Optional<Instant> since) {
    private static final Texts TEXTS = Texts.of(PlanFit.class);

    /** Like {@link ConnectionsNearLimit}'s first limit, and TechCorp's alert on free disk. */
    private static final double TIGHT_PCT = 80;

    /** What is held against the plan. */
    public enum Subject {
        CONNECTIONS,
        DISK,
        MEMORY
    }

    /** How it fits; the worst is the greatest. */
    public enum Fit {
        FITS,
        UNKNOWN,
        WARNS,
        /** It would fail now: the change must not be asked for. */
        BLOCKS
    }

    /** One for each subject, in their order. */
    public static List<PlanFit> of(PlanLoad load, Plan plan) {
        return List.of(connections(load, plan), disk(load, plan), memory(load, plan));
    }

    private static PlanFit connections(PlanLoad load, Plan plan) {
        if (plan.maxConnections().isEmpty()) {
            return unknown(Subject.CONNECTIONS, "plan.connections.untold", plan.title());
        }
        if (load.connections().isEmpty() || load.reservedConnections().isEmpty()) {
            return unknown(Subject.CONNECTIONS, "plan.connections.unmeasured");
        }
        Peak peak = load.connections().get();
        long limit = plan.maxConnections().getAsInt();
        long usable = Math.max(0, limit - load.reservedConnections().getAsInt());
        Fit fit =
                peak.now() > usable
                        ? Fit.BLOCKS
                        : peak.highest() > usable || isTight(peak.highest(), usable)
                                ? Fit.WARNS
                                : Fit.FITS;
        String key =
                fit == Fit.BLOCKS
                        ? "plan.connections.BLOCKS"
                        : peak.highest() > usable
                                ? "plan.connections.over"
                                : "plan.connections." + fit;
        String sentence =
                TEXTS.text(
                        key,
                        fit == Fit.BLOCKS ? peak.now() : peak.highest(),
                        usable,
                        limit,
                        limit - usable);
        return new PlanFit(Subject.CONNECTIONS, fit, sentence, peak.since());
    }

    private static PlanFit disk(PlanLoad load, Plan plan) {
        if (plan.diskBytes().isEmpty()) {
            return unknown(Subject.DISK, "plan.disk.untold", plan.title());
        }
        if (load.disk().isEmpty()) {
            return unknown(Subject.DISK, "plan.disk.unmeasured");
        }
        Peak peak = load.disk().get();
        long limit = plan.diskBytes().getAsLong();
        Fit fit =
                peak.now() > limit
                        ? Fit.BLOCKS
                        : isTight(peak.highest(), limit) ? Fit.WARNS : Fit.FITS;
        String sentence =
                TEXTS.text(
                        "plan.disk." + fit,
                        bytes(fit == Fit.BLOCKS ? peak.now() : peak.highest()),
                        bytes(limit));
        return new PlanFit(
                Subject.DISK,
                fit,
                load.diskIsDataOnly()
                        ? sentence + " " + TEXTS.text("plan.disk.dataOnly")
                        : sentence,
                peak.since());
    }

    /** It never blocks: a server takes less where there is less, and gets slower. */
    private static PlanFit memory(PlanLoad load, Plan plan) {
        if (plan.memoryBytes().isEmpty()) {
            return unknown(Subject.MEMORY, "plan.memory.untold", plan.title());
        }
        if (load.memory().isEmpty()) {
            return unknown(Subject.MEMORY, "plan.memory.unmeasured");
        }
        Peak peak = load.memory().get();
        long limit = plan.memoryBytes().getAsLong();
        Fit fit = peak.highest() > limit ? Fit.WARNS : Fit.FITS;
        return new PlanFit(
                Subject.MEMORY,
                fit,
                TEXTS.text("plan.memory." + fit, bytes(peak.highest()), bytes(limit)),
                peak.since());
    }

    private static String bytes(long bytes) {
        return Quantities.bytes((double) bytes);
    }

    private static boolean isTight(long needed, long limit) {
        return 100.0 * needed >= TIGHT_PCT * limit;
    }

    private static PlanFit unknown(Subject subject, String key, Object... arguments) {
        return new PlanFit(subject, Fit.UNKNOWN, TEXTS.text(key, arguments), Optional.empty());
    }
}
