package dev.howdah.provider.trial.guard;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.Tried;
import dev.howdah.provider.trial.TriedList;
import dev.howdah.provider.trial.TriedSwitch;
import java.time.Duration;
import java.util.List;

/**
 * Puts changes of one service on trial, as the provider described them. Nothing is asked or sent
 * before one runs; then it is refused while another one of the service is on trial.
 */
public final class TrialChanges {
    private final LockOutGuard guard;
    private final Provider provider;
    private final boolean encrypted;

    TrialChanges(LockOutGuard guard, Provider provider, boolean encrypted) {
        this.guard = guard;
        this.provider = provider;
        this.encrypted = encrypted;
    }

    /**
     * @param change of {@code seen} into {@code wanted}
     */
    public Change list(Change change, Allowlist seen, List<AllowRule> wanted) {
        return TrialChange.of(guard, change, () -> trial(change, seen, wanted));
    }

    /**
     * @param change that turns the switch; it stays as it is where that can't shut us out
     */
    public Change turn(Change change, Switch what, boolean on) {
        return turn(change, new TriedSwitch(what, on));
    }

    private Change turn(Change change, TriedSwitch turned) {
        // adapters refuse to turn a switch to where it stands
        return turned.canShutOut(encrypted)
                ? TrialChange.of(
                        guard, change, () -> trial(change, turned, TriedSwitch.LONGEST_TURN))
                : change;
    }

    /** Whether turning a switch to this side goes on trial. */
    public boolean tries(Switch what, boolean on) {
        return new TriedSwitch(what, on).canShutOut(encrypted);
    }

    /**
     * A way back can shut out as well: what is there when it runs comes back unless what was before
     * is proven and kept. Blocks for a read where a list is taken back.
     *
     * @param undone the operation that {@code back} takes back
     */
    public Change back(Change back, Operation undone) {
        return switch (undone.act()) {
            case ALLOWLIST -> listBack(back, MovedList.since(undone, provider));
            case SWITCH ->
                    TriedSwitch.backFrom(undone).map(turned -> turn(back, turned)).orElse(back);
            default -> back;
        };
    }

    private Change listBack(Change back, MovedList moved) {
        return TrialChange.of(
                guard,
                back.warning(moved.warnings()),
                () -> trial(back, moved.unchanged(provider), List.of()));
    }

    private Trial trial(Change change, Allowlist seen, List<AllowRule> wanted) {
        return trial(
                change,
                new TriedList(seen.rules(), wanted, seen.takesLabels()),
                seen.effectWithin());
    }

    private Trial trial(Change change, Tried tried, Duration settling) {
        return Trial.planned(change.id(), provider.id(), change.target(), tried, settling);
    }
}
