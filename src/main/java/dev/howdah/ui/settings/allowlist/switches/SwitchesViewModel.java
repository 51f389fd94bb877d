package dev.howdah.ui.settings.allowlist.switches;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.service.Switch.Position;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.guard.LockOutGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who gets as far as the login: from the internet, and without TLS. */
public final class SwitchesViewModel {
    private static final Texts TEXTS = Texts.of(SwitchesViewModel.class);
    private static final List<Switch> ALL = List.of(Switch.PUBLIC_ACCESS, Switch.FORCE_TLS);

    /** Not routed on the internet: RFC 1918, 3927, 4193, 4291, 5735, 6598. */
    private static final List<Cidr> INSIDE =
            Stream.of(
                            "10.0.0.0/8",
                            "172.16.0.0/12",
                            "192.168.0.0/16",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "::1/128",
                            "fc00::/7",
                            "fe80::/10")
                    .flatMap(text -> Cidr.parse(text).stream())
                    .toList();

    private final Provider provider;
    private final ChangeTarget target;
    private final LockOutGuard guard;
    private boolean onTrial;
    private final ReadOnlyObjectWrapper<List<SwitchLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<ServiceFacts> facts = Optional.empty();
    private Optional<ClientsSnapshot> clients = Optional.empty();

    public SwitchesViewModel(Provider provider, ChangeTarget target, LockOutGuard guard) {
        this.provider = provider;
        this.target = target;
        this.guard = guard;
    }

    public void show(Reading<ServiceFacts> reading) {
        facts = reading.content();
        refresh();
    }

    public void showClients(Reading<ClientsSnapshot> reading) {
        clients = reading.content();
        refresh();
    }

    /** While something of the service is on trial no switch can be turned. */
    public void showTrial(TrialState state) {
        boolean next = state.isUnderWay();
        if (onTrial != next) {
            onTrial = next;
            refresh();
        }
    }

    private void refresh() {
        Map<Switch, Position> now = facts.map(ServiceFacts::switches).orElse(Map.of());
        lines.set(
                ALL.stream()
                        .filter(now::containsKey)
                        .map(what -> line(what, now.getOrDefault(what, Position.UNKNOWN)))
                        .toList());
    }

    private SwitchLine line(Switch what, Position position) {
        Optional<String> whyNot = provider.capabilities().whyNot(what.capability());
        boolean exists = whyNot.isEmpty();
        boolean moves =
                switch (position) {
                    case TURNING, TURNING_ON, TURNING_OFF, UNKNOWN -> true;
                    case ON, OFF, FAILED -> false;
                };
        if (exists && moves) {
            whyNot = Optional.of(TEXTS.text("switch.whyNot." + position));
        } else if (exists && onTrial) {
            whyNot = Optional.of(TEXTS.text("switch.whyNot.trial"));
        }
        SwitchLine bare = new SwitchLine(what, exists, position, "", whyNot);
        if (whyNot.isEmpty()) {
            whyNot =
                    provider.whyNotTurn(
                            what,
                            bare.turnsOn(),
                            facts.map(ServiceFacts::switches).orElse(Map.of()));
        }
        return new SwitchLine(
                what,
                exists,
                position,
                String.join(" ", consequences(what, bare.turnsOn())),
                whyNot);
    }

    /** What is known about the effect on those who are connected now, with its numbers. */
    private List<String> consequences(Switch what, boolean on) {
        List<String> sentences = new ArrayList<>();
        switch (what) {
            case FORCE_TLS -> {
                if (on) {
                    sentences.add(
                            clients.map(now -> TEXTS.text("switch.tls.on", now.withoutTls()))
                                    .orElse(TEXTS.text("switch.tls.on.unknown")));
                    if (guard.changes().tries(what, true)) {
                        sentences.add(TEXTS.text("switch.tls.on.own"));
                    }
                } else {
                    sentences.add(TEXTS.text("switch.tls.off"));
                }
            }
            case PUBLIC_ACCESS -> {
                if (on) {
                    sentences.add(TEXTS.text("switch.public.on"));
                } else {
                    sentences.add(
                            clients.map(now -> TEXTS.text("switch.public.off", fromOutside(now)))
                                    .orElse(TEXTS.text("switch.public.off.unknown")));
                    clients.flatMap(ClientsSnapshot::ownAddress)
                            .filter(SwitchesViewModel::isOutside)
                            .ifPresent(
                                    own -> sentences.add(TEXTS.text("switch.public.off.own", own)));
                }
            }
        }
        return sentences;
    }

    private static int fromOutside(ClientsSnapshot now) {
        return now.clients().stream()
                .filter(row -> isOutside(row.address()))
                .mapToInt(ClientRow::sessions)
                .sum();
    }

    private static boolean isOutside(String address) {
        return Cidr.parse(address)
                .filter(each -> INSIDE.stream().noneMatch(range -> range.contains(each)))
                .isPresent();
    }

    /**
     * The change that turns it, with its consequences, and its trial where it can lock out; asks
     * and sends nothing.
     */
    public Change turn(SwitchLine line) throws ProblemException {
        boolean on = line.turnsOn();
        Change plain = provider.turn(target, line.what(), on);
        Change back = provider.turn(target, line.what(), !on);
        Change told = plain.warning(untold(plain, line.what(), on)).askingForName();
        return guard.changes()
                .turn(told, line.what(), on)
                .withWayBack(() -> guard.changes().turn(back, line.what(), !on));
    }

    /**
     * What lets more in cuts nobody, so there is nothing to count, and the provider's own sentence
     * is enough if it has one.
     */
    private List<String> untold(Change plain, Switch what, boolean on) {
        boolean letsMoreIn =
                switch (what) {
                    case PUBLIC_ACCESS -> on;
                    case FORCE_TLS -> !on;
                };
        return letsMoreIn && !plain.warnings().isEmpty() ? List.of() : consequences(what, on);
    }

    /** Those that exist here, in a fixed order. */
    public ReadOnlyObjectProperty<List<SwitchLine>> lines() {
        return lines.getReadOnlyProperty();
    }
}
