package dev.howdah.ui.backups;

import dev.howdah.core.Texts;
import dev.howdah.history.FileProof;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Notice.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has been proven about one backup, from this desktop.
 *
 * @param words what and when, short; empty when nothing was looked at
 * @param more in full, with each date; empty when there is nothing
 */
record Proven(String words, String more, Level level) {
    private static final Texts TEXTS = Texts.of(Proven.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    static final Proven NOTHING = new Proven("", "", Level.INFO);

    /** What is kept on this desktop about one server's backups, newest first. */
    record Kept(List<RestoreProof> restores, List<FileProof> files) {
        static final Kept NOTHING = new Kept(List.of(), List.of());

        /** A restore proves more than a file, so it is what is shown first. */
        Proven of(String backup, Instant now, ZoneId zone) {
            Optional<Proven> restore =
                    restores.stream()
                            .filter(each -> each.backup().filter(backup::equals).isPresent())
                            .findFirst()
                            .map(proof -> Proven.of(proof, now, zone));
            Optional<Proven> file =
                    files.stream()
                            .filter(each -> each.backup().equals(backup))
                            .findFirst()
                            .map(proof -> Proven.of(proof, now, zone));
            List<Proven> all = Stream.concat(restore.stream(), file.stream()).toList();
            return all.isEmpty()
                    ? Proven.NOTHING
                    : new Proven(
                            all.getFirst().words,
                            String.join("\n", all.stream().map(Proven::more).toList()),
                            all.getFirst().level);
        }
    }

    /** The time of day for one of today, else the day: the whole of it stands in {@link #more}. */
    private static String day(Instant moment, Instant now, ZoneId zone) {
        LocalDate date = moment.atZone(zone).toLocalDate();
        return date.equals(now.atZone(zone).toLocalDate())
                ? Moments.begun(moment, now, zone)
                : DAY.format(date);
    }

    private static Proven of(RestoreProof proof, Instant now, ZoneId zone) {
        String passed = proof.passed() ? "proven.restored" : "proven.restoreFailed";
        String to = proof.restoredTo().map(at -> Moments.near(at, now, zone)).orElse("");
        return new Proven(
                TEXTS.text(passed, day(proof.provenAt(), now, zone)),
                TEXTS.text(
                        passed + ".more",
                        Moments.exact(proof.provenAt(), zone),
                        proof.copy(),
                        to,
                        proof.checks().size()),
                proof.passed() ? Level.GOOD : Level.DANGER);
    }

    private static Proven of(FileProof proof, Instant now, ZoneId zone) {
        return new Proven(
                TEXTS.text("proven." + proof.worth(), day(proof.judgedAt(), now, zone)),
                TEXTS.text("proven.file", Moments.exact(proof.judgedAt(), zone), proof.sentence()),
                switch (proof.worth()) {
                    case PROVEN -> Level.GOOD;
                    case COMPLETE -> Level.INFO;
                    case UNKNOWN -> Level.WARNING;
                    case BROKEN -> Level.DANGER;
                });
    }
}
