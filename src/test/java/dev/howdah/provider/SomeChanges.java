package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.Switch;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One change of each kind that a service offers, as a person would ask for it. */
final class SomeChanges {
    static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.STAGING, false);
    static final ChangeTarget READ_ONLY = new ChangeTarget("shop", Environment.PRODUCTION, true);

    private static final Map<Act, Capability> NEEDS =
            new EnumMap<>(
                    Map.of(
                            Act.PLAN_CHANGE, Capability.PLAN_CHANGE,
                            Act.ALLOWLIST, Capability.ALLOWLIST,
                            Act.SWITCH, Capability.FORCE_TLS,
                            Act.BACKUP, Capability.BACKUP_NOW,
                            Act.BACKUP_SCHEDULE, Capability.BACKUP_SCHEDULE,
                            Act.RECOVERY, Capability.RECOVERY_IN_PLACE,
                            Act.USER_CREATED, Capability.USER_CREATE,
                            Act.VERSION_UPGRADE, Capability.VERSION_UPGRADE,
                            Act.MAINTENANCE_WINDOW, Capability.MAINTENANCE_WINDOW));

    private SomeChanges() {}

    static List<Act> offered(Provider provider) {
        return NEEDS.entrySet().stream()
                .filter(each -> provider.capabilities().offers(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static Change of(Act act, Provider provider, ChangeTarget target, ProviderStage stage)
            throws ProblemException {
        return switch (act) {
            case PLAN_CHANGE ->
                    provider.changePlan(
                            target,
                            provider.facts(),
                            stage.chosen(
                                    provider.plans().stream()
                                            .filter(offer -> offer.whyNot().isEmpty())
                                            .toList()));
            case ALLOWLIST -> {
                Allowlist seen = provider.allowlist();
                List<AllowRule> wanted = new ArrayList<>(seen.rules());
                if (!wanted.isEmpty()) {
                    wanted.removeFirst();
                }
                wanted.add(AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), "office"));
                wanted.add(AllowRule.of(Cidr.parse("198.51.100.7").orElseThrow(), "ann"));
                yield provider.changeAllowlist(target, seen, wanted);
            }
            case SWITCH -> provider.turn(target, Switch.FORCE_TLS, true);
            case BACKUP -> provider.backUpNow(target, provider.backups());
            case BACKUP_SCHEDULE ->
                    provider.scheduleBackups(
                            target,
                            provider.facts().schedule().orElseThrow(),
                            BackupSchedule.dailyAt(5));
            case RECOVERY ->
                    provider.recover(
                            target,
                            provider.recoveryWindow(),
                            stage.recoverable(),
                            Optional.empty());
            case USER_CREATED ->
                    provider.createUser(
                            target, "analyst_1", true, Secret.of("a-password-of-24-letters-or-so"));
            case VERSION_UPGRADE ->
                    provider.upgrade(target, provider.facts(), provider.versions().getFirst());
            case MAINTENANCE_WINDOW -> {
                MaintenanceWindow window = provider.facts().window().orElseThrow();
                yield provider.moveMaintenance(
                        target,
                        window,
                        new MaintenanceWindow(DayOfWeek.TUESDAY, 4, window.length()));
            }
            default -> throw new IllegalArgumentException(act.name());
        };
    }
}
