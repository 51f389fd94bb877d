package dev.howdah.ui.backups.restores;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.ui.Moments;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says what a proof of a restore looked at and what came of it. */
final class ProofLine {
    private static final Texts TEXTS = Texts.of(ProofLine.class);

    private ProofLine() {}

    /** Its head, then a remark for each check. */
    static List<Notice> of(RestoreProof proof, Instant now, ZoneId zone) {
        List<Notice> lines = new ArrayList<>();
        String when = Moments.begun(proof.provenAt(), now, zone);
        String restored =
                proof.restoredTo()
                        .map(at -> TEXTS.text("restores.to", Moments.near(at, now, zone)))
                        .orElse("");
        String took =
                proof.took()
                        .map(time -> TEXTS.text("restores.took", Quantities.duration(time)))
                        .orElse("");
        String loss =
                proof.wouldLose()
                        .map(time -> TEXTS.text("restores.loss", Quantities.duration(time)))
                        .orElse("");
        lines.add(
                new Notice(
                        proof.passed() ? Level.GOOD : Level.DANGER,
                        TEXTS.text(
                                proof.passed() ? "restores.passed" : "restores.failed",
                                when,
                                proof.copy(),
                                proof.database()),
                        String.join(" ", List.of(restored, took, loss))
                                .replaceAll(" +", " ")
                                .strip()));
        for (RestoreProof.Check check : proof.checks()) {
            Level level =
                    switch (check.result()) {
                        case PASSED -> Level.GOOD;
                        case FAILED -> Level.DANGER;
                        case NOT_DONE -> Level.INFO;
                    };
            lines.add(Notice.of(level, check.sentence()));
        }
        return lines;
    }
}
