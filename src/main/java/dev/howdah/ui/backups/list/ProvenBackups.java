package dev.howdah.ui.backups.list;

import dev.howdah.core.Texts;
import dev.howdah.history.FileProof;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.ui.Moments;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.backups.downloads.FileWorth;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has been proven about one server's backups, from this desktop.
 *
 * @param restores newest first
 * @param files those that were downloaded and read, newest first
 */
public record ProvenBackups(List<RestoreProof> restores, List<FileProof> files) {
    private static final Texts TEXTS = Texts.of(ProvenBackups.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    static final ProvenBackups NONE = new ProvenBackups(List.of(), List.of());

    public ProvenBackups {
        restores = List.copyOf(restores);
        files = List.copyOf(files);
    }

    /** Of one backup. A restore proves more than a file, so it is what is shown first. */
    Judged of(String backup, Instant now, ZoneId zone) {
        Optional<Judged> restore =
                restores.stream()
                        .filter(each -> each.backup().filter(backup::equals).isPresent())
                        .findFirst()
                        .map(proof -> of(proof, now, zone));
        Optional<Judged> file =
                files.stream()
                        .filter(each -> each.backup().equals(backup))
                        .findFirst()
                        .map(proof -> of(proof, now, zone));
        List<Judged> all = Stream.concat(restore.stream(), file.stream()).toList();
        return all.isEmpty()
                ? Judged.NOTHING
                : new Judged(
                        all.getFirst().level(),
                        all.getFirst().value(),
                        String.join("\n", all.stream().map(Judged::more).toList()));
    }

    /** The time of day for one of today, else the day: the whole of it stands in the tooltip. */
    private static String day(Instant moment, Instant now, ZoneId zone) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        return date.equals(now.atZone(zone).toLocalDate())
                ? Moments.begun(moment, now, zone)
                : DAY.format(date);
    }

    private static Judged of(RestoreProof proof, Instant now, ZoneId zone) {
        String passed = proof.passed() ? "proven.restored" : "proven.restoreFailed";
        String to = proof.restoredTo().map(at -> Moments.near(at, now, zone)).orElse("");
        return new Judged(
                proof.passed() ? Level.GOOD : Level.DANGER,
                TEXTS.text(passed, day(proof.provenAt(), now, zone)),
                TEXTS.text(
                        passed + ".more",
                        Moments.exact(proof.provenAt(), zone),
                        proof.copy(),
                        to,
                        proof.checks().size()));
    }

    private static Judged of(FileProof proof, Instant now, ZoneId zone) {
        return new Judged(
                FileWorth.level(proof.worth()),
                TEXTS.text("proven." + proof.worth(), day(proof.judgedAt(), now, zone)),
                TEXTS.text("proven.file", Moments.exact(proof.judgedAt(), zone), proof.sentence()));
    }
}
