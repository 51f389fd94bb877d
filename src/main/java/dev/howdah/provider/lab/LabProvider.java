package dev.howdah.provider.lab;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Operation;
import dev.howdah.core.OperationLog;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.LabCluster;
import dev.howdah.provider.Capabilities;
import dev.howdah.provider.Capability;
import dev.howdah.provider.PlanOffer;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ServiceConnection;
import dev.howdah.provider.ServiceEvent;
import dev.howdah.provider.ServiceFacts;
import dev.howdah.provider.Submissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lab, spoken to as any other provider. Its control plane is in this process. */
public final class LabProvider implements Provider {
    private static final Texts TEXTS = Texts.of(LabProvider.class);

    private static final Set<Capability> OFFERED =
            Set.of(
                    Capability.FACTS,
                    Capability.CONNECTION,
                    Capability.PLANS,
                    Capability.PLAN_CHANGE,
                    Capability.LOGS,
                    Capability.EVENTS);

    private final LabCluster lab;
    private final Clock clock;
    private final LabPlanChanges planChanges;

    public LabProvider(LabCluster lab, OperationLog log, Clock clock) {
        this.lab = lab;
        this.clock = clock;
        planChanges = new LabPlanChanges(lab, new Submissions(this, log, clock), this);
    }

    @Override
    public String id() {
        return "lab";
    }

    @Override
    public String providerName() {
        return TEXTS.text("name");
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(TEXTS.text("not.usual"), OFFERED)
                .without(Capability.VERSION_UPGRADE, TEXTS.text("not.version"))
                .without(Capability.USERS, TEXTS.text("not.users"))
                .without(Capability.RUNNING_QUERIES, TEXTS.text("not.sql"))
                .without(Capability.STATEMENT_STATISTICS, TEXTS.text("not.sql"))
                .without(Capability.EXTENSION_LIST, TEXTS.text("not.sql"))
                .without(Capability.PUBLIC_ACCESS, TEXTS.text("not.publicAccess"))
                .without(Capability.REPLICAS, TEXTS.text("not.replicas"))
                .without(Capability.PROMOTE, TEXTS.text("not.promote"));
    }

    @Override
    public ServiceFacts facts() throws ProblemException {
        return LabWords.facts(id(), lab.facts(), lab.version());
    }

    @Override
    public ServiceConnection connection() throws ProblemException {
        return LabWords.connection(lab.access(), lab.facts());
    }

    @Override
    public List<PlanOffer> plans() throws ProblemException {
        return LabPlans.offers(lab.facts().plan());
    }

    @Override
    public List<String> log(int limit) throws ProblemException {
        return lab.log(limit);
    }

    @Override
    public List<ServiceEvent> events(int limit) {
        return lab.operations().all().stream().limit(limit).map(LabWork::event).toList();
    }

    @Override
    public Operation follow(Operation operation) {
        return LabWork.seen(operation, lab.operations().find(operation.id()), clock);
    }

    @Override
    public Change changePlan(ChangeTarget target, ServiceFacts from, PlanOffer to)
            throws ProblemException {
        return planChanges.change(target, from.plan(), to);
    }

    @Override
    public Optional<Change> wayBack(ChangeTarget target, Operation operation) {
        return operation.act() == Operation.Act.PLAN_CHANGE
                ? planChanges.back(target, operation)
                : Optional.empty();
    }
}
