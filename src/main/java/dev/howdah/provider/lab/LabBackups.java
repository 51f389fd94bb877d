package dev.howdah.provider.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.file.Checksum;
import dev.howdah.lab.LabKeeping;
import dev.howdah.lab.archive.DailyBackup;
import dev.howdah.lab.archive.RecoverableTime;
import dev.howdah.lab.archive.Retention;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.backup.BackupTar;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.copies.CopyRules;
import dev.howdah.lab.sample.SampleData;
import dev.howdah.provider.Provider;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The lab's backups in the words of providers. */
final class LabBackups {
    private static final Texts TEXTS = Texts.of(LabBackups.class);
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String OFF = "off";

    private final LabKeeping lab;
    private final Submissions submissions;
    private final Provider provider;
    private volatile Summed summed = new Summed("", Optional.empty());

    /** The file asked for last: summing up reads all of it, and a download may ask often. */
    private record Summed(String version, Optional<Checksum> checksum) {}

    LabBackups(LabKeeping lab, Submissions submissions, Provider provider) {
        this.lab = lab;
        this.submissions = submissions;
        this.provider = provider;
    }

    BackupList list() throws ProblemException {
        Retention retention = lab.retention();
        return new BackupList(
                lab.archive().list().stream().map(LabBackups::entry).toList(),
                OptionalInt.empty(),
                retention.keepsNothing()
                        ? TEXTS.text("backups.none")
                        : TEXTS.text("backups.kept", Quantities.duration(retention.kept())));
    }

    private static BackupEntry entry(BackupRecord backup) {
        return new BackupEntry(
                backup.id(),
                backup.id(),
                backup.startedAt(),
                Optional.of(backup.startedAt()),
                backup.endedAt(),
                switch (backup.state()) {
                    case RUNNING -> BackupEntry.State.RUNNING;
                    case WHOLE -> BackupEntry.State.DONE;
                    case FAILED -> BackupEntry.State.FAILED;
                },
                backup.kind() == BackupFacts.Kind.SCHEDULED
                        ? BackupEntry.Kind.SCHEDULED
                        : BackupEntry.Kind.ON_DEMAND,
                BackupEntry.Form.BASE_BACKUP,
                backup.bytes(),
                Optional.empty(),
                backup.failure());
    }

    /** The same file each time, so it can be read on from anywhere. */
    BackupFile download(BackupEntry backup, long from, String sameAs) throws ProblemException {
        WholeBackup whole =
                lab.archive()
                        .find(backup.id())
                        .orElseThrow(() -> problem(Problem.Kind.BAD_INPUT, "backups.gone"));
        try {
            BackupTar tar = BackupTar.of(whole);
            boolean goesOn = sameAs.equals(tar.version()) && from >= 0 && from <= tar.bytes();
            long begin = goesOn ? from : 0;
            return new BackupFile(
                    tar.name(),
                    tar.from(begin),
                    begin,
                    OptionalLong.of(tar.bytes()),
                    tar.version(),
                    checksum(tar));
        } catch (IOException e) {
            throw problem(Problem.Kind.LOCAL, "backups.gone");
        }
    }

    private Optional<Checksum> checksum(BackupTar tar) throws IOException {
        Summed newest = summed;
        if (!newest.version().equals(tar.version())) {
            newest = new Summed(tar.version(), Checksum.ofHex(Checksum.Kind.SHA_256, tar.sha256()));
            summed = newest;
        }
        return newest.checksum();
    }

    RecoveryWindow window() throws ProblemException {
        RecoverableTime window = lab.window();
        return new RecoveryWindow(
                window.earliest(),
                window.latest(),
                TEXTS.text("recovery.consequence"),
                TEXTS.text("copy.consequence", CopyRules.MOST));
    }

    BackupSchedule schedule() throws ProblemException {
        return schedule(lab.archive().daily());
    }

    private static BackupSchedule schedule(DailyBackup daily) {
        return daily.on() ? BackupSchedule.dailyAt(daily.hourUtc()) : BackupSchedule.off();
    }

    Change backUpNow(ChangeTarget target) {
        return submissions.change(
                draft(Act.BACKUP, target, "backups.now", List.of(), Map.of()),
                written -> {
                    lab.backUp(written.id(), BackupFacts.Kind.ON_DEMAND);
                    return provider.follow(written);
                });
    }

    Change recover(ChangeTarget target, Instant moment) {
        return submissions.change(
                draft(
                        Act.RECOVERY,
                        target,
                        "recovery",
                        List.of(
                                TEXTS.text("recovery.consequence"),
                                TEXTS.text("recovery.abandons", moment)),
                        Map.of(TO, moment.toString()),
                        moment),
                written -> {
                    lab.recover(written.id(), moment);
                    return provider.follow(written);
                });
    }

    /** Into a cluster of its own; the operation has the id of the copy it makes. */
    Change recoverIntoNew(ChangeTarget target, Instant moment, String name) {
        return submissions
                .change(
                        draft(
                                Act.COPY,
                                target,
                                "copy",
                                List.of(TEXTS.text("copy.consequence", CopyRules.MOST)),
                                Map.of(TO, moment.toString(), Operation.SUBJECT, name),
                                name,
                                moment),
                        written -> {
                            lab.copies()
                                    .make(
                                            new CopyOrder(
                                                    written.id(),
                                                    name,
                                                    target.server(),
                                                    Optional.empty(),
                                                    SampleData.DATABASE,
                                                    new CopyOrder.Archived(moment)));
                            return provider.follow(written);
                        })
                .noting(notes -> notes.oneWay(TEXTS.text("copy.oneWay")));
    }

    Change schedule(ChangeTarget target, BackupSchedule from, BackupSchedule to)
            throws ProblemException {
        if (to.on() && to.hoursUtc().size() != 1) {
            throw problem(Problem.Kind.BAD_INPUT, "schedule.oneHour");
        }
        return schedule(target, from, to, Map.of());
    }

    private Change schedule(
            ChangeTarget target, BackupSchedule from, BackupSchedule to, Map<String, String> more) {
        Map<String, String> memo = new TreeMap<>(more);
        memo.put(FROM, written(from));
        memo.put(TO, written(to));
        return submissions.change(
                draft(
                        Act.BACKUP_SCHEDULE,
                        target,
                        "schedule",
                        List.of(),
                        memo,
                        said(from),
                        said(to)),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (!schedule().equals(from)) {
                            throw problem(Problem.Kind.LOCKED, "schedule.moved");
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        lab.setDaily(written.id(), daily(to));
                        return provider.follow(written);
                    }
                });
    }

    private static DailyBackup daily(BackupSchedule schedule) {
        return schedule.on()
                ? new DailyBackup(true, schedule.hoursUtc().getFirst())
                : new DailyBackup(false, DailyBackup.USUAL.hourUtc());
    }

    private static String written(BackupSchedule schedule) {
        return schedule.on() ? schedule.hoursUtc().getFirst().toString() : OFF;
    }

    private static String said(BackupSchedule schedule) {
        return schedule.on()
                ? TEXTS.text("schedule.at", schedule.hoursUtc().getFirst())
                : TEXTS.text("schedule.off");
    }

    private static BackupSchedule read(String text) {
        return text.equals(OFF)
                ? BackupSchedule.off()
                : BackupSchedule.dailyAt(Integer.parseInt(text));
    }

    /** Whether the schedule is what the operation made it. */
    boolean isInForce(Operation operation) throws ProblemException {
        String to = operation.memo().get(TO);
        return to != null && read(to).equals(schedule());
    }

    /** To the hour before; empty when there is nothing to take back. */
    Optional<Change> back(ChangeTarget target, Operation operation) {
        String from = operation.memo().get(FROM);
        String to = operation.memo().get(TO);
        return operation.state() != State.DONE || from == null || to == null
                ? Optional.empty()
                : Optional.of(
                        schedule(
                                target,
                                read(to),
                                read(from),
                                Map.of(Operation.UNDOES, operation.id().toString())));
    }

    private static Draft draft(
            Act act,
            ChangeTarget target,
            String key,
            List<String> warnings,
            Map<String, String> memo,
            Object... arguments) {
        return new Draft(
                act,
                TEXTS.text(key + ".title", arguments),
                target,
                TEXTS.text(key + ".preview", arguments),
                warnings,
                memo);
    }

    private static ProblemException problem(Problem.Kind kind, String key) {
        return new ProblemException(Problem.of(kind, TEXTS.text(key), TEXTS.text(key + ".remedy")));
    }
}
