package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.provider.service.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a provider does to a service. Every method describes a {@link Change} from what was read
 * before, and neither asks nor sends anything: that happens when the change runs. Then its {@link
 * Operation}, which has the id of the change, is written down first, the provider's state is
 * compared with what the change was described from, and it is sent once. The change returns as soon
 * as the provider has taken it; from then on {@link Operations} follows. What is not offered throws
 * NOT_SUPPORTED, what can't be asked for like this BAD_INPUT.
 */
public interface ProviderChanges {

    Capabilities capabilities();

    /**
     * @param from as read by {@link ProviderReads#facts}
     * @param to one of {@link ProviderReads#plans} that may be chosen
     */
    default Change changePlan(ChangeTarget target, ServiceFacts from, PlanOffer to)
            throws ProblemException {
        throw capabilities().refusal(Capability.PLAN_CHANGE);
    }

    /**
     * Makes the list equal to {@code wanted}, adding before removing, so that nobody is cut who is
     * in both. Refuses when it runs and the list is no longer as it was seen.
     */
    default Change changeAllowlist(ChangeTarget target, Allowlist seen, List<AllowRule> wanted)
            throws ProblemException {
        throw capabilities().refusal(Capability.ALLOWLIST);
    }

    default Change turn(ChangeTarget target, Switch what, boolean on) throws ProblemException {
        throw capabilities().refusal(what.capability());
    }

    /**
     * Why a switch can't be turned while the others stand as they do, for one may need another;
     * full sentences. Empty when it can. Never blocks.
     */
    default Optional<String> whyNotTurn(
            Switch what, boolean on, Map<Switch, Switch.Position> positions) {
        return Optional.empty();
    }

    /**
     * @param seen the list as read, from which the warning comes that the oldest will go
     */
    default Change backUpNow(ChangeTarget target, BackupList seen) throws ProblemException {
        throw capabilities().refusal(Capability.BACKUP_NOW);
    }

    default Change scheduleBackups(ChangeTarget target, BackupSchedule from, BackupSchedule to)
            throws ProblemException {
        throw capabilities().refusal(Capability.BACKUP_SCHEDULE);
    }

    /**
     * Goes back in time. When it runs, the window is read again and a moment outside is refused.
     *
     * @param newService the name of the service to make; empty restores in place
     */
    default Change recover(
            ChangeTarget target, RecoveryWindow window, Instant moment, Optional<String> newService)
            throws ProblemException {
        throw capabilities()
                .refusal(
                        newService.isPresent()
                                ? Capability.RECOVERY_INTO_NEW
                                : Capability.RECOVERY_IN_PLACE);
    }

    default Change createUser(ChangeTarget target, String name, boolean readOnly, Secret password)
            throws ProblemException {
        throw capabilities().refusal(Capability.USER_CREATE);
    }

    default Change dropUser(ChangeTarget target, ProviderUser user) throws ProblemException {
        throw capabilities().refusal(Capability.USER_DROP);
    }

    default Change setPassword(ChangeTarget target, ProviderUser user, Secret password)
            throws ProblemException {
        throw capabilities().refusal(Capability.PASSWORD_SET);
    }

    /**
     * @param receiver gets the password the provider made, on the thread that runs the change
     */
    default Change resetPassword(ChangeTarget target, ProviderUser user, Consumer<Secret> receiver)
            throws ProblemException {
        throw capabilities().refusal(Capability.PASSWORD_RESET);
    }

    default Change upgrade(ChangeTarget target, ServiceFacts from, VersionOffer to)
            throws ProblemException {
        throw capabilities().refusal(Capability.VERSION_UPGRADE);
    }

    default Change moveMaintenance(
            ChangeTarget target, MaintenanceWindow from, MaintenanceWindow to)
            throws ProblemException {
        throw capabilities().refusal(Capability.MAINTENANCE_WINDOW);
    }

    /**
     * Cancels the statement, or ends its session. It acts only when the provider still shows the
     * same statement with the same start under this pid.
     */
    default Change endQuery(ChangeTarget target, RunningQuery query, boolean wholeSession)
            throws ProblemException {
        throw capabilities().refusal(Capability.QUERY_END);
    }

    default Change collectStatementStatistics(ChangeTarget target) throws ProblemException {
        throw capabilities().refusal(Capability.STATEMENT_STATISTICS);
    }

    default Change addReplica(ChangeTarget target, String name) throws ProblemException {
        throw capabilities().refusal(Capability.REPLICAS);
    }

    default Change promote(ChangeTarget target, ServiceNode node) throws ProblemException {
        throw capabilities().refusal(Capability.PROMOTE);
    }

    /** Ends a node as a power cut would; what follows is the provider's usual repair. */
    default Change failNode(ChangeTarget target, ServiceNode node) throws ProblemException {
        throw capabilities().refusal(Capability.NODE_FAILURE);
    }

    /**
     * The change that undoes an operation, also one of an earlier start of this console: the old
     * allowlist, switch, schedule, window or plan. An allowlist goes back also while the fate of
     * the change is not known, and when somebody else has changed it meanwhile, so that a lock-out
     * can be ended. Empty when there is no way back, or nothing in effect.
     */
    default Optional<Change> wayBack(ChangeTarget target, Operation operation) {
        return Optional.empty();
    }
}
