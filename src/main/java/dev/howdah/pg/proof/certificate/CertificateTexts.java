package dev.howdah.pg.proof.certificate;

import dev.howdah.core.Texts;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.DatabaseProof.Deeds;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.GapTexts;
import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import dev.howdah.pg.proof.fix.Fixes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A certificate as sentences. */
public record CertificateTexts(AccessCertificate certificate) {
    private static final Texts TEXTS = Texts.of(CertificateTexts.class);

    /** The verdict in one sentence, with its numbers. */
    public String verdict() {
        return TEXTS.text(
                "verdict."
                        + GapTexts.key(certificate.verdict())
                        + "."
                        + GapTexts.key(certificate.expected()),
                certificate.role(),
                certificate.readable(),
                certificate.tables(),
                certificate.writable(),
                certificate.gaps().count(),
                certificate.databases().stream().mapToInt(d -> d.unknowns().size()).sum());
    }

    /** What was looked at and what was found in one database: by catalog, by deed, gaps, rest. */
    public List<String> lines(DatabaseProof proof) {
        return Stream.of(looked(proof), gaps(proof), unknowns(proof))
                .flatMap(List::stream)
                .toList();
    }

    /** What was looked at, by catalog and by deed. */
    public List<String> looked(DatabaseProof proof) {
        Counts counts = proof.counts();
        Deeds deeds = proof.deeds();
        List<String> lines = new ArrayList<>();
        lines.add(
                TEXTS.text(
                        "catalog.tables",
                        proof.database(),
                        counts.readable(),
                        counts.tables(),
                        counts.writable()));
        lines.add(TEXTS.text("catalog.sequences", counts.sequencesReadable(), counts.sequences()));
        lines.add(TEXTS.text("catalog.later", counts.laterReadable(), counts.makers()));
        lines.add(
                TEXTS.text(
                        "deeds.tables",
                        deeds.reads(),
                        deeds.readsAllowed(),
                        deeds.writes(),
                        deeds.writesAllowed(),
                        deeds.candidates()));
        lines.add(TEXTS.text("deeds.schemas", deeds.schemas(), deeds.schemasAllowed()));
        lines.add(
                TEXTS.text("deeds.later", deeds.makers(), deeds.makersReadable(), counts.makers()));
        lines.add(TEXTS.text("deeds.limits"));
        return lines;
    }

    /** One sentence for each gap. */
    public List<String> gaps(DatabaseProof proof) {
        return proof.gaps().stream()
                .map(gap -> GapTexts.sentence(gap, certificate.role()))
                .toList();
    }

    /** The SQL that closes a gap; empty when a person has to decide. */
    public List<String> fix(DatabaseProof proof, Gap gap) {
        return Fixes.of(gap, proof.database(), certificate.role()).stream().map(Sql::text).toList();
    }

    /** One sentence for each thing that is not known. */
    public List<String> unknowns(DatabaseProof proof) {
        return proof.unknowns().stream().map(GapTexts::sentence).toList();
    }
}
