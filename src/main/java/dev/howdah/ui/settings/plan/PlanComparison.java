package dev.howdah.ui.settings.plan;

import dev.howdah.core.Texts;
import dev.howdah.health.plan.PlanFit;
import dev.howdah.health.plan.PlanFit.Fit;
import dev.howdah.health.plan.PlanLoad;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.PlanPromise;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Moments;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What going from the present plan to another one means.
 *
 * @param facts now and then, figure by figure
 * @param promises lost and gained
 * @param fits whether what was measured has room there
 * @param warnings what has to be said again before the consent, worst first
 * @param whyNot why it can't be asked for, a full sentence; empty when it can
 */
record PlanComparison(
        String title,
        List<Fact> facts,
        List<Notice> promises,
        List<Notice> fits,
        List<String> warnings,
        Optional<String> whyNot) {
    private static final Texts TEXTS = Texts.of(PlanComparison.class);

    /** The present plan is shown alone. */
    static PlanComparison of(
            Optional<PlanOffer> present, PlanLine line, PlanLoad load, Instant now, ZoneId zone) {
        PlanOffer to = line.offer();
        Optional<Plan> before = to.current() ? Optional.empty() : present.map(PlanOffer::plan);
        List<PlanPromise> promises =
                before.map(plan -> PlanPromise.between(plan, to.plan())).orElse(List.of());
        List<PlanFit> fits = PlanFit.of(load, to.plan());
        return new PlanComparison(
                before.map(plan -> TEXTS.text("plan.fromTo", plan.title(), to.plan().title()))
                        .orElse(to.plan().title()),
                facts(before, line),
                promises.stream().map(PlanComparison::notice).toList(),
                fits.stream().map(fit -> notice(fit, now, zone)).toList(),
                warnings(promises, fits),
                to.whyNot().or(() -> blocked(fits)));
    }

    private static Optional<String> blocked(List<PlanFit> fits) {
        return fits.stream()
                .filter(each -> each.fit() == Fit.BLOCKS)
                .map(each -> TEXTS.text("plan.blocked", each.sentence()))
                .findFirst();
    }

    private static List<String> warnings(List<PlanPromise> promises, List<PlanFit> fits) {
        List<String> all = new ArrayList<>();
        promises.stream()
                .filter(each -> each.kind() == PlanPromise.Kind.LOST)
                .forEach(each -> all.add(each.sentence()));
        fits.stream()
                .filter(each -> each.fit() == Fit.WARNS)
                .forEach(each -> all.add(each.sentence()));
        return List.copyOf(all);
    }

    private static List<Fact> facts(Optional<Plan> before, PlanLine line) {
        Plan then = line.plan();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                fact(
                        "plan.connections",
                        before.map(plan -> PlanWords.count(plan.maxConnections())),
                        PlanWords.count(then.maxConnections())));
        facts.add(
                fact(
                        "plan.nodes",
                        before.map(plan -> PlanWords.count(plan.nodes())),
                        PlanWords.count(then.nodes())));
        facts.add(
                fact(
                        "plan.memory",
                        before.map(plan -> PlanWords.bytes(plan.memoryBytes())),
                        PlanWords.bytes(then.memoryBytes())));
        facts.add(
                fact(
                        "plan.disk",
                        before.map(plan -> PlanWords.bytes(plan.diskBytes())),
                        PlanWords.bytes(then.diskBytes())));
        facts.add(
                fact(
                        "plan.recoverable",
                        before.map(plan -> PlanWords.recoverable(plan.recoverable())),
                        PlanWords.recoverable(then.recoverable())));
        facts.add(price(before, line));
        facts.removeIf(each -> each.value().equals(PlanWords.UNTOLD));
        if (before.isPresent()) {
            facts.add(
                    new Fact(
                            TEXTS.text("plan.interruption"),
                            PlanWords.interruption(line.offer().interruption())));
        }
        if (!then.note().isEmpty() && !then.note().equals(then.title())) {
            facts.add(new Fact(TEXTS.text("plan.note"), then.note()));
        }
        return List.copyOf(facts);
    }

    private static Fact price(Optional<Plan> before, PlanLine line) {
        Fact both =
                fact(
                        "plan.priceMonth",
                        before.map(plan -> PlanWords.price(plan.price())),
                        PlanWords.price(line.plan().price()));
        return before.isPresent() && line.difference().isPresent()
                ? new Fact(
                        both.label(),
                        both.value() + "  (" + PlanWords.difference(line.difference()) + ")")
                : both;
    }

    private static Fact fact(String key, Optional<String> before, String then) {
        String value =
                before.filter(each -> !each.equals(then))
                        .map(each -> TEXTS.text("plan.arrow", each, then))
                        .orElse(then);
        return new Fact(TEXTS.text(key), value);
    }

    private static Notice notice(PlanPromise promise) {
        return Notice.of(
                switch (promise.kind()) {
                    case LOST -> Level.WARNING;
                    case GAINED -> Level.GOOD;
                    case UNKNOWN -> Level.INFO;
                },
                promise.sentence());
    }

    private static Notice notice(PlanFit fit, Instant now, ZoneId zone) {
        return new Notice(
                switch (fit.fit()) {
                    case FITS -> Level.GOOD;
                    case UNKNOWN -> Level.INFO;
                    case WARNS -> Level.WARNING;
                    case BLOCKS -> Level.DANGER;
                },
                fit.sentence(),
                fit.since().map(since -> period(since, now, zone)).orElse(""));
    }

    /** Of earlier days only those count on which the server was open here. */
    private static String period(Instant since, Instant now, ZoneId zone) {
        long days = Duration.between(since, now).toDays() + 1;
        return days > 1
                ? TEXTS.text("plan.since.days", days, Moments.date(since, zone))
                : TEXTS.text("plan.since", Moments.begun(since, now, zone));
    }
}
