package dev.howdah.ui.overview.service;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service and its plan in words. */
final class ServiceWords {
    private static final Texts TEXTS = Texts.of(ServiceWords.class);

    private ServiceWords() {}

    static List<Fact> facts(String provider, ServiceFacts service, List<PlanOffer> plans) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "provider", name(provider, service));
        add(facts, "state", state(service));
        Optional<Plan> plan = planOf(service, plans);
        add(facts, "plan", plan.map(Plan::title).orElse(Names.visible(service.plan())));
        plan.ifPresent(known -> promises(facts, known));
        if (!service.nodes().isEmpty()) {
            add(facts, "nodes", nodes(service));
        }
        service.window()
                .ifPresent(window ->
                        add(
                                facts,
                                "window",
                                TEXTS.text(
                                        "service.window.text",
                                        TEXTS.text(
                                                "day."
                                                        + window.dayUtc()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)),
                                        "%02d:00".formatted(window.hourUtc()),
                                        Quantities.duration(window.length()))));
        return List.copyOf(facts);
    }

    /** A provider with one service, as the lab, need not be named twice. */
    private static String name(String provider, ServiceFacts service) {
        String name = Names.visible(service.name());
        if (name.equals(provider) && service.region().isEmpty()) {
            return provider;
        }
        String region = service.region().map(Names::visible).orElse("");
        return TEXTS.text(
                region.isEmpty() ? "service.name" : "service.nameIn", provider, name, region);
    }

    private static void promises(List<Fact> facts, Plan plan) {
        List<String> promises = new ArrayList<>();
        plan.maxConnections()
                .ifPresent(most -> promises.add(TEXTS.text("promise.connections", most)));
        plan.nodes().ifPresent(count -> promises.add(TEXTS.text("promise.nodes", count)));
        plan.memoryBytes()
                .ifPresent(bytes ->
                        promises.add(
                                TEXTS.text("promise.memory", Quantities.bytes((double) bytes))));
        plan.diskBytes()
                .ifPresent(bytes ->
                        promises.add(TEXTS.text("promise.disk", Quantities.bytes((double) bytes))));
        plan.recoverable().map(ServiceWords::recoverable).ifPresent(promises::add);
        if (!promises.isEmpty()) {
            add(facts, "promises", String.join(" · ", promises));
        }
        plan.price()
                .ifPresent(price ->
                        add(
                                facts,
                                "price",
                                TEXTS.text(
                                        "service.price.text",
                                        price.perMonth().toPlainString(),
                                        price.currency())));
    }

    private static String recoverable(Duration back) {
        return back.isZero()
                ? TEXTS.text("promise.noRecovery")
                : TEXTS.text("promise.recovery", Quantities.duration(back));
    }

    /** A word of the provider that we don't know is shown as it is, and never called running. */
    private static String state(ServiceFacts service) {
        String word =
                service.state() == ServiceState.UNKNOWN
                        ? Names.visible(service.providerState())
                        : TEXTS.text(
                                "service.state." + service.state().name().toLowerCase(Locale.ROOT));
        return service.currentOperation().isEmpty()
                ? word
                : TEXTS.text(
                        "service.working", word, Names.visible(service.currentOperation().get()));
    }

    private static String nodes(ServiceFacts service) {
        long standbys =
                service.nodes().stream()
                        .filter(node -> node.role() == ServiceNode.Role.FOLLOWER)
                        .count();
        long ill =
                service.nodes().stream()
                        .filter(node -> node.state() != ServiceState.RUNNING)
                        .count();
        return TEXTS.text("service.nodes.text", standbys, ill);
    }

    static Optional<Plan> planOf(ServiceFacts service, List<PlanOffer> plans) {
        return plans.stream()
                .filter(offer -> offer.current() || offer.plan().name().equals(service.plan()))
                .map(PlanOffer::plan)
                .findFirst();
    }

    private static void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(TEXTS.text("service." + key), value));
    }
}
