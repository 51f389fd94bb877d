package dev.howdah.health.replication;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import java.time.Instant;

/** A standby that receives nothing gets older every second, and can't take over without loss. */
public record StandbyCutOff() implements RuleAbout<ReplicationSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("standbyCutOff", 88, Where.REPLICATION, Texts.of(StandbyCutOff.class));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ReplicationSnapshot> subject() {
        return ReplicationSnapshot.class;
    }

    @Override
    public Verdict verdict(ReplicationSnapshot facts, Instant now) {
        if (facts.receiver().isEmpty()) {
            return Verdict.notApplicable();
        }
        Receiver receiver = facts.receiver().get();
        if (receiver.paused()) {
            return Verdict.found(Severity.NOTICE).saying("paused");
        }
        if (receiver.running()) {
            return Verdict.fine();
        }
        return receiver.replayLag()
                .map(Quantities::duration)
                .map(age -> Verdict.found(Severity.WARNING, age).measured(age, ""))
                .orElseGet(() -> Verdict.found(Severity.WARNING).saying("never"));
    }
}
